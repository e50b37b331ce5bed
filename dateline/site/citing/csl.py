"""A work -> an item of CSL-JSON, the form that citeproc, pandoc and Zotero read (csl-data.json of the CSL schema)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.model import When
    from dateline.site.citing.names import Name
    from dateline.site.citing.work import Work


def csl(work: Work) -> dict[str, Any]:
    """A newspaper article; what is not known is left out. A month or a year has so many date-parts, and no more."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "article-newspaper",
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "container-title": work.source,
        "issued": {"date-parts": [_parts(work.date)]} if work.date else None,
        "section": work.section,
        "language": work.language,
        "keyword": ", ".join(work.keywords),
        "URL": work.url,
        "archive": work.archive,
        "archive_location": work.page if work.page != work.url else "",
    }
    return {name: value for name, value in item.items() if value}


def _parts(when: When) -> list[int]:
    return [part for part in (when.year, when.month, when.day) if part]


def _name(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given} | ({"suffix": name.suffix} if name.suffix else {})
