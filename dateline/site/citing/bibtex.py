r"""A work -> a record of BibTeX, which biblatex reads too.

UTF-8 stays as it is: biber, bibtex8 and LaTeX since 2018 read it. A brace of the text becomes a word
(`\textbraceleft{}`), because BibTeX counts `\{` as a brace that wants its other half.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from dateline.site.citing.names import Name
    from dateline.site.citing.work import Work

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # BibTeX's own macros
_SPECIAL = {
    **{mark: f"\\{mark}" for mark in "$&#_%"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
_TEX = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_ADDRESS_KEPT = "!#$%&'()*+,-./:;=?@_~[]"  # a url is taken word for word, but for what would end the field


def bibtex(work: Work) -> str:
    """One record: @article with the paper as its journal, @misc where no paper is known. Ends without a line end."""
    when = work.date
    fields = [
        ("author", " and ".join(map(_name, work.authors))),
        ("title", f"{{{_tex(work.title)}}}"),  # its capitals are meant
        ("journal", _tex(work.source)),
        ("date", when.date if when else ""),
        ("year", f"{when.year:04}" if when else ""),
        ("url", quote(work.url, safe=_ADDRESS_KEPT)),
        ("language", _tex(work.language)),
        ("keywords", _tex(", ".join(work.keywords))),
        ("note", _tex(work.archive) if work.archive else ""),
    ]
    lines = [f"  {name} = {{{text}}}," for name, text in fields if text]
    if when and when.month:
        lines.append(f"  month = {MONTHS[when.month - 1]},")
    return "\n".join([f"@{'article' if work.source else 'misc'}{{{work.key},", *lines, "}"])


def _name(name: Name) -> str:
    if name.whole:
        return f"{{{_tex(name.family)}}}"
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(map(_tex, parts))


def _tex(text: str) -> str:
    return _TEX.sub(lambda match: _SPECIAL[match.group()], text)
