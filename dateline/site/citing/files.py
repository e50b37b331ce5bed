"""Library -> cite.bib, cite.ris and cite.json beside the page of every article and every subject.

A subject's files hold its newest articles, as many as NEWEST; the whole archive's, in data/, hold all. So the files
of all subjects together grow with the subjects and not with the square of the archive.
"""

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

    from dateline.library import Item, Subject
    from dateline.site.citing.work import Work
    from dateline.site.parts import Parts
    from dateline.site.planned import File

NEWEST = 10  # as many as its feed has and its page tells reference managers


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


def records(parts: Parts, item: Item) -> tuple[str, ...]:
    """What cites an article, in each format."""
    cited = _work(parts, item)
    return tuple([form.record(cited) for form in FORMATS])


def of_article(item: Item, found: Iterable[str]) -> Iterator[File]:
    """Those of one article, of which these are the records."""
    for form, record in zip(FORMATS, found, strict=True):
        yield f"{item.address}cite.{form.ending}", "".join(form.join([record])).encode()


def of_subject(parts: Parts, subject: Subject) -> Iterator[File]:
    """Those of one subject."""
    found = [_work(parts, item) for item in newest(subject)]
    for form in FORMATS:
        yield f"{subject.address}cite.{form.ending}", "".join(form.join(map(form.record, found))).encode()


def newest(subject: Subject) -> tuple[Item, ...]:
    """The articles of a subject that its files hold, newest first, undated ones last."""
    undated = tuple(item for item in subject.items if not item.when)
    return (subject.dated[::-1] + undated)[:NEWEST]


def whole(parts: Parts, form: Format) -> Iterator[str]:
    """The file of the whole archive in one format, in pieces."""
    return form.join(form.record(_work(parts, item)) for item in parts.library.items)


def _work(parts: Parts, item: Item) -> Work:
    return work(item, parts.links.absolute(item.address), parts.config.title)
