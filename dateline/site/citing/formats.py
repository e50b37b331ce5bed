"""An article -> what cites it in each format, and how such records stand together in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.site.citing.bibtex import bibtex
from dateline.site.citing.csl import csl
from dateline.site.citing.ris import ris
from dateline.site.citing.work import work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.library import Item
    from dateline.site.citing.work import Work
    from dateline.site.showing import Showing


class Format(Struct, frozen=True):
    """How records of one kind are written, and how they stand together in a file."""

    name: str
    ending: str  # of the file
    media_type: str
    record: Callable[[Work], str]
    start: str  # of a file
    between: str  # records
    end: str

    def join(self, records: Iterable[str]) -> Iterator[str]:
        """A file of records, in pieces."""
        yield self.start
        for i, record in enumerate(records):
            yield self.between + record if i else record
        yield self.end


def _json(work: Work) -> str:
    return msgspec.json.encode(csl(work)).decode()


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", bibtex, "", "\n\n", "\n"),
    Format("RIS", "ris", "application/x-research-info-systems", ris, "", "\r\n", ""),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _json, "[\n", ",\n", "\n]\n"),
)


def records(parts: Showing, item: Item) -> tuple[str, ...]:
    """What cites an article, in each format."""
    found = cited(parts, item)
    return tuple([form.record(found) for form in FORMATS])


def record(parts: Showing, form: Format, item: Item) -> str:
    """What cites an article in one format."""
    return form.record(cited(parts, item))


def cited(parts: Showing, item: Item) -> Work:
    """An article as it is cited."""
    return work(item, parts.links.absolute(item.address), parts.config.title, parts.keywords(item))
