"""Library -> maps of the countries that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dateline.site.charts import maps
from dateline.site.views import WorldMap

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.site.shown.parts import Parts


def world_map(parts: Parts, url: Callable[[str], Markup]) -> WorldMap | None:
    """All countries, shaded by their number of articles; None where the corpus names none with a code."""
    return _drawn(maps.world, parts, url)


def region_map(parts: Parts, url: Callable[[str], Markup]) -> WorldMap | None:
    """The part of the world that most articles name, closer; None where that is no small part."""
    return _drawn(maps.region, parts, url)


def locator(code: str) -> Markup | None:
    """Where a country lies; None where its code has no shape."""
    return _thin(maps.locator(code)) or None if code else None


def _drawn(draw: Callable[..., maps.Map | None], parts: Parts, url: Callable[[str], Markup]) -> WorldMap | None:
    subjects = {subject.code: subject for subject in parts.library.subjects["countries"].values() if subject.code}
    drawn = draw(
        {code: len(subject.items) for code, subject in subjects.items()},
        lambda code: str(url(subjects[code].address)),
        lambda code: f"{parts.name(subjects[code].key)}: {parts.articles(len(subjects[code].items))}",
    )
    if drawn is None:
        return None
    count = parts.language.count
    last = len(drawn.classes) - 1
    legend = (
        count(low) if low == high else f"{count(low)}–{count(high)}" if i < last else f"{count(low)}+"
        for i, (low, high) in enumerate(drawn.classes)
    )
    return WorldMap(_thin(drawn.svg), tuple(legend))


def _thin(svg: str) -> Markup:
    """Borders as thin at every size: as an attribute, since checkers of stylesheets do not know the property."""
    for element in ("<path ", "<circle "):
        svg = svg.replace(element, f'{element}vector-effect="non-scaling-stroke" ')
    return Markup(svg)  # noqa: S704  the maps escape their labels and links
