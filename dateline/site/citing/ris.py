"""A work -> a record of RIS, which reference managers import.

A line is a tag of two characters, two spaces, a hyphen, a space and the value, and ends with CR LF; a record
begins with TY and ends with ER. A date is `2021/05/25/` with its slashes even where a part is not known. The
field guide of Reference Manager allows no asterisk in names and keywords, and 255 characters of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import When
    from dateline.site.citing.names import Name
    from dateline.site.citing.work import Work

END = "\r\n"
LONGEST = 255  # characters of a name or a keyword


def ris(work: Work) -> str:
    """One record of a newspaper article, with the end of its last line."""
    when = work.date
    fields = [
        ("TY", "NEWS"),
        ("ID", work.key),
        *(("AU", _short(_name(name))) for name in work.authors),
        ("TI", work.title),
        ("T2", work.source),
        ("PY", f"{when.year:04}" if when else ""),
        ("DA", _date(when) if when else ""),
        ("SE", work.section),
        ("LA", work.language),
        *(("KW", _short(word)) for word in work.keywords),
        ("UR", work.url),
        ("DB", work.archive),
        ("AV", work.page if work.page != work.url else ""),
    ]
    lines = [f"{tag}  - {text}" for tag, text in fields if text]
    return END.join([*lines, "ER  - ", ""])


def _date(when: When) -> str:
    return "/".join([f"{when.year:04}", *(f"{part:02}" if part else "" for part in (when.month, when.day)), ""])


def _name(name: Name) -> str:
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def _short(text: str) -> str:
    return text.replace("*", "").strip()[:LONGEST]
