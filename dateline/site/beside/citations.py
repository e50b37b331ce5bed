"""Library -> cite.bib, cite.ris and cite.json beside the page of every article and every subject.

A subject's files hold its newest articles, as many as NEWEST; the whole archive's, in data/, hold all. So the files
of all subjects together grow with the subjects and not with the square of the archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.site.citing.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.library import Item, Subject
    from dateline.site.planned import File
    from dateline.site.shown.parts import Parts

NEWEST = 10  # as many as its feed has and its page tells reference managers


def of_article(item: Item, found: Iterable[str]) -> Iterator[File]:
    """Those of one article, of which these are the records."""
    for form, record in zip(FORMATS, found, strict=True):
        yield f"{item.address}cite.{form.ending}", "".join(form.join([record])).encode()


def of_subject(parts: Parts, subject: Subject) -> Iterator[File]:
    """Those of one subject."""
    found = [parts.records.of(item) for item in newest(subject)]
    for form, own in zip(FORMATS, zip(*found, strict=True), strict=True):
        yield f"{subject.address}cite.{form.ending}", "".join(form.join(own)).encode()


def newest(subject: Subject) -> tuple[Item, ...]:
    """The articles of a subject that its files hold, newest first, undated ones last."""
    undated = tuple(item for item in subject.items if not item.when)
    return (subject.dated[::-1] + undated)[:NEWEST]
