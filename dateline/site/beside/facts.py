"""Library -> index.json beside the page of every article and every subject: what the page says, for programs.

A key of which nothing is known, or which would say only no or none, is left out, and so is what another key says
already: a wording that is the tag's name, a speaker who is called by name. Of a text that may not be shown there is
nothing but what its page says too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.model import FACETS, TAG_FACETS
from dateline.site.tables.tags import span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Subject
    from dateline.model import Entry
    from dateline.site.planned import File
    from dateline.site.shown.opened import Basis, Opened
    from dateline.site.shown.parts import Parts

OPENING = 300  # characters
TOGETHER = 12  # subjects of each kind that a subject most stands with


def of_article(parts: Parts, found: Opened) -> Iterator[File]:
    """The file beside an article's page."""
    yield f"{found.item.address}index.json", _encode(article(parts, found))


def of_subject(parts: Parts, shelf: Subject) -> Iterator[File]:
    """The file beside a subject's page."""
    yield f"{shelf.address}index.json", _encode(subject(parts, shelf))


def _encode(thing: dict[str, Any]) -> bytes:
    return msgspec.json.encode(thing) + b"\n"


def article(parts: Parts, found: Opened) -> dict[str, Any]:
    """One article with its tags, its quotes and where it comes from."""
    item, entry, said = found.item, found.entry, found.entry.article
    return _known(
        {
            "id": entry.address,
            "url": parts.links.absolute(entry.address),
            "title": said.title,
            "title_derived": said.title_derived,
            "date": str(said.date) if said.date else "",
            "place": said.place,
            "source": said.source,
            "author": said.author,
            "section": said.section,
            "language": said.language,
            "words": item.words,
            "original": said.url,
            "rights": parts.rights(said),
            "opening": parts.opening(item, OPENING),
            "tags": [_tag(parts, basis) for basis in found.tags if basis.tag.facet in TAG_FACETS],
            "quotes": list(_quotes(parts, entry)),
            "provenance": _provenance(entry),
        }
    )


def _known(said: dict[str, Any]) -> dict[str, Any]:
    """Without keys that say nothing; a zero is something."""
    return {name: value for name, value in said.items() if value or (value == 0 and value is not False)}


def _tag(parts: Parts, basis: Basis) -> dict[str, Any]:
    tag, wordings = basis.tag, dict(basis.wordings)
    name = parts.name((tag.facet, tag.name))
    return _known(
        {
            "id": _id(parts.library.subject((tag.facet, tag.name))),
            "name": name,
            "code": tag.code,
            "mentions": len(tag.mentions),
            "wordings": wordings if wordings.keys() != {name} else {},
            "rules": basis.rules,
            "by": tag.by,
        }
    )


def _quotes(parts: Parts, entry: Entry) -> Iterator[dict[str, Any]]:
    if parts.rights(entry.article) == "full":
        for quote in entry.quotes:
            yield _known(
                {
                    "text": quote.text,
                    "speaker": quote.speaker,
                    "said_as": quote.speaker_text if quote.speaker_text != quote.speaker else "",
                    "rule": quote.rule,
                    "paragraph": quote.paragraph + 1,
                    "continues": quote.continues,
                }
            )


def _provenance(entry: Entry) -> dict[str, Any]:
    return _known(
        {
            "seed": entry.article.seed,
            "record": entry.article.record,
            "sha256": entry.sha256,
            "by_person": sorted(entry.by_person),
            "evidence": {
                field: _known({"rule": found.rule, "line": found.line, "weak": found.weak})
                for field, found in sorted(entry.evidence.items())
            },
            "set_aside": dict(Counter(part.reason for part in entry.set_aside).most_common()),
        }
    )


def subject(parts: Parts, shelf: Subject) -> dict[str, Any]:
    """A person, country, topic or source with its articles, newest first, and what it stands with."""
    dated, (first, last) = shelf.dated, span(shelf)
    undated = [item for item in shelf.items if not item.when]
    country = parts.vocabulary.countries.get(shelf.name) if shelf.facet == "countries" else None
    return _known(
        {
            "id": _id(shelf),
            "url": parts.links.absolute(shelf.address),
            "facet": shelf.facet,
            "name": parts.name(shelf.key),
            "code": shelf.code,
            "flag": country.flag if country else "",
            "first": first,
            "last": last,
            "years": dict(Counter(f"{item.when.year:04}" for item in dated if item.when)),
            "together": _together(parts, shelf),
            "articles": [item.address for item in (*dated[::-1], *undated)],
        }
    )


def _together(parts: Parts, shelf: Subject) -> dict[str, int]:
    """Id of a subject -> articles that have both; of each kind those with most."""
    found: dict[str, int] = {}
    counts = parts.library.together(shelf.key)
    for facet in FACETS:
        own = sorted((-n, key) for key, n in counts.items() if key[0] == facet)[:TOGETHER]
        found |= {_id(parts.library.subject(key)): -n for n, key in own}
    return found


def _id(shelf: Subject) -> str:
    """people/ada-lovelace"""
    return shelf.address.rstrip("/")
