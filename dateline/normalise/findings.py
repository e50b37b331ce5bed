"""Field by field what was found, and why -> Draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline.model import Article, Draft, Evidence, SetAside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Seed

FIELDS = ("date", "place", "source", "author", "section", "language", "summary", "url", "image_credit", "rights")
DERIVED = "headline.from-lead"


class Finding(Struct, frozen=True):
    """The value of one field of an article, with its evidence."""

    value: Any
    why: Evidence


Findings = dict[str, Finding]


def draft(seed: Seed, found: Mapping[str, Finding], body: str, set_aside: Iterable[SetAside]) -> Draft:
    """The article; a field that was found empty counts as not found. `title` has to be there."""
    kept = {name: one for name, one in found.items() if one.value}
    article = Article(
        title=kept["title"].value,
        body=body,
        seed=seed.path,
        record=seed.record,
        title_derived=kept["title"].why.rule == DERIVED,
        **{name: kept[name].value for name in FIELDS if name in kept},
    )
    return Draft(article, {name: one.why for name, one in kept.items()}, tuple(set_aside))
