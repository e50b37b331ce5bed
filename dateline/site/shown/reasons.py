"""Rules and evidence -> words for a reader."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.site.views import LeftOut, Trace
from dateline.site.words import glosses
from dateline.site.words.language import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Article, Entry, SetAside
    from dateline.site.views import FoundLine
    from dateline.site.words.language import Language

FIELDS: Mapping[str, str] = {
    "title": message("Title"),
    "date": message("Date"),
    "place": message("Place"),
    "source": message("Source"),
    "author": message("Author"),
    "section": message("Section"),
    "language": message("Language"),
    "url": message("Address"),
    "summary": message("Summary"),
    "image_credit": message("Image credit"),
    "body": message("Text"),
}
LONGEST = 140  # characters of evidence shown
FEW = 8  # lines left out that are told one by one


def rule(name: str, language: Language) -> str:
    """What a rule goes by, in words."""
    return language.text(glosses.rule(name))


def left_out(parts: Iterable[SetAside], language: Language, *, shown: bool) -> tuple[LeftOut, ...]:
    """The lines that are not part of the text, each with the reason; `shown`: their words too."""
    return tuple(
        LeftOut(part.line, part.text.strip() if shown else "", glosses.reason(part.reason, language)) for part in parts
    )


def struck(
    parts: tuple[LeftOut, ...], lines: Iterable[FoundLine]
) -> tuple[tuple[LeftOut, ...], tuple[tuple[str, int], ...]]:
    """Parts -> those to be told one by one, and reasons with the number of lines that the page shows below.

    What the raw text has there, struck through and with its reason, is only counted where it is more than a few lines:
    of what was scraped as a whole page, saying it twice would be a third of its article's page.
    """
    below = {line.number for line in lines if line.out}
    counts = Counter(part.reason for part in parts if part.line in below)
    if counts.total() <= FEW:
        return parts, ()
    return tuple(part for part in parts if part.line not in below), tuple(counts.most_common())


def field(name: str, language: Language) -> str:
    """A front-matter field in words."""
    return language.text(FIELDS[name]) if name in FIELDS else name.replace("_", " ").capitalize()


def traces(entry: Entry, language: Language, *, quoted: bool) -> tuple[Trace, ...]:
    """How each field of an article was found, in the order of its front matter; `quoted`: with words of the text.

    None where a person has written all of them.
    """
    if not entry.evidence:
        return ()
    names: Iterable[str] = (*FIELDS, *(name for name in entry.evidence if name not in FIELDS))
    found = []
    for name in names:
        evidence = entry.evidence.get(name)
        by_person = name in entry.by_person
        if evidence is None and not by_person:
            continue
        found.append(
            Trace(
                field=field(name, language),
                value=value(entry.article, name),
                rule=rule(evidence.rule, language) if evidence and not by_person else "",
                line=evidence.line if evidence and not by_person else None,
                words=_short(evidence.text) if evidence and quoted and not by_person else "",
                weak=bool(evidence and evidence.weak and not by_person),
                by_person=by_person,
                conflicts=evidence.conflicts if evidence else (),
            )
        )
    return tuple(found) if any(not trace.by_person for trace in found) else ()


def value(article: Article, name: str) -> str:
    """A field's value as text; the body's and the summary's is too long to repeat."""
    if name in ("body", "summary", "title"):
        return ""
    found = getattr(article, name, "") if name in article.__struct_fields__ else article.extra.get(name, "")
    if isinstance(found, tuple | list):
        return ", ".join(str(part) for part in found)
    return "" if found is None else str(found)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
