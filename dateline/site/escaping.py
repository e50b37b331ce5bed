"""Values -> as they stand in HTML: what markupsafe makes of them, at a fraction of its cost.

It makes a `Markup` of each piece, and asks of each what it is: a list of a hundred articles has thousands of them.
"""

from __future__ import annotations

from markupsafe import Markup, escape

try:  # what `escape` itself calls, in C: it has no public name, and may be called otherwise one day
    from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined]
except ImportError:
    _escaped = escape

_as = str.__new__


def escaped(said: str) -> Markup:
    """A text as HTML."""
    return _as(Markup, _escaped(said))


def markup(html: str) -> Markup:
    """HTML, which templates leave as it is."""
    return _as(Markup, html)


def text(value: object) -> str:
    """A value as it stands in HTML: what is Markup as it is, anything else escaped. It is `str(escape(value))`."""
    kind = type(value)
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)
