"""Folders of static files -> the site's assets: a stylesheet and a script for each kind of page, fonts."""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Scripts, each joined from its parts of js/ in this order, one for a kind of page: `site` for the kinds not named here.
# Fetched besides, when it is needed: `marks` by an article that is opened from the search. Parts in a group of their
# own know each other's names, as if they were one file; nobody else does.
SCRIPTS: Mapping[str, tuple[str | tuple[str, ...], ...]] = {
    "site": ("site",),
    "article": ("site", "paragraphs"),
    "home": ("site", "home"),
    "index": ("site", "filter"),
    "404": ("site", "lost"),
    "search": ("site", ("search-words", "search-index", "search-texts", "search-page")),
    "marks": (("search-words", "search-marks"),),
}
# Stylesheets, each joined from its layers of css/, one for a kind of page, so that a page asks for no second one; at
# the end stands what a site adds of its own.
_EVERYWHERE = ("tokens", "base", "layout", "parts")
STYLES = {
    "article": (*_EVERYWHERE, "article", "print"),
    "browse": (*_EVERYWHERE, "ranks", "fields", "charts", "browse", "print"),
    "time": (*_EVERYWHERE, "ranks", "charts", "time", "print"),
    "prose": (*_EVERYWHERE, "fields", "ways", "prose", "print"),
    "search": (*_EVERYWHERE, "ranks", "fields", "ways", "search", "print"),
}
TIMES, TEXTS = ("timeline", "undated", "year", "month", "day"), ("about", "data", "404", "moved")
KINDS = {**dict.fromkeys(TIMES, "time"), **dict.fromkeys(TEXTS, "prose")}  # of pages; others: their own, or `browse`
DIGITS = 10  # of the content digest in a file's name
SHORT = Path(__file__).parents[1] / "data" / "scripts.json"
PRELOADED = "latin.woff2"  # ending of the fonts that nearly every page needs
HIDDEN = re.compile(r"(^|/)\.")
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
# A string stays as it is; a comment is space; the last semicolon of a block goes, and the space around a mark. After a
# colon it goes where a property stands before: a pseudo-class has its space in front.
_SPACE = r"(?:\s|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)"
_IDLE = re.compile(rf"""("[^"\n]*"|'[^'\n]*')|;\s*(?=\}})|(?<=[\w-])(:)\s+|{_SPACE}*([{{}};,>]){_SPACE}*|{_SPACE}+""")


class Assets(Struct, frozen=True):
    """Files to publish, and the addresses that pages need."""

    files: Mapping[str, bytes]
    styles: Mapping[str, str]  # by the names of STYLES, and by kinds of pages
    scripts: Mapping[str, str]  # by the names of SCRIPTS; an empty address: the site has none
    icon: str
    fonts: tuple[str, ...]


def gather(folders: Sequence[Path], frame: str = "") -> Assets:
    """Read the static folders, of which the first that has a file wins.

    `css/` becomes the stylesheets and `js/` the scripts, named by their content so that no browser keeps an
    old one; every other file is published under `assets/` as it is. `frame`: of what will be drawn into the
    stylesheets (`spine.rule`), which count in their names.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        if folder.is_dir():
            found.update(
                {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
            )
    found = {name: path for name, path in found.items() if not HIDDEN.search(name)}
    files = {
        f"assets/{name}": path.read_bytes()
        for name, path in sorted(found.items())
        if not name.startswith(("css/", "js/")) and not name.endswith(".md")
    }
    sheets = {name: _read(path) for name, path in found.items() if name.startswith("css/")}
    known = {f"css/{layer}.css" for layers in STYLES.values() for layer in layers}
    own = [name for name in sorted(sheets) if name not in known]
    styles = {}
    for name, layers in STYLES.items():
        order = [*(f"css/{layer}.css" for layer in layers), *own]
        content = stylesheet([sheets[layer] for layer in order if layer in sheets]).encode()
        styles[name] = _named(f"assets/{name}.css", content, frame)
        files[styles[name]] = content
    styles |= {kind: styles[name] for kind, name in KINDS.items()}
    addresses = dict.fromkeys(SCRIPTS, "")
    written = {name[3:-3]: _read(path) for name, path in found.items() if name.startswith("js/")}
    for name in SCRIPTS:
        if found_parts := parts(name, written):
            content = script(found_parts).encode()
            addresses[name] = _named(f"assets/{name}.js", content)
            files[addresses[name]] = content
    fonts = tuple(name for name in files if name.startswith("assets/fonts/") and name.endswith(PRELOADED))
    icon = next((name for name in files if name.endswith("icon.svg")), "")
    return Assets(files, styles, addresses, icon, fonts)


def _read(path: Path) -> str:
    """The text of a file; OSError says what to do where a site's own is in another encoding."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise OSError(errno.EILSEQ, "This is not UTF-8: save it so in your editor", str(path)) from None


def parts(name: str, written: Mapping[str, str]) -> list[str]:
    """The parts of a script, of all that are written; those of a group are one, in a block that keeps their names."""
    found = []
    for part in SCRIPTS[name]:
        own = [written[one] for one in ([part] if isinstance(part, str) else part) if one in written]
        found += own if isinstance(part, str) or not own else ["".join(["{\n", *own, "}\n"])]
    return found


def script(parts: Sequence[str]) -> str:
    """Parts joined, in their short form where they are the program's own; else as `joined`."""
    words = joined(parts)
    return _short().get(digest(words), words)


def joined(parts: Sequence[str]) -> str:
    """Parts one after the other, without lines of comment and without indentation; so no text may span lines."""
    return _INDENT.sub("", _LINE_COMMENT.sub("", "\n".join(parts)))


def digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


@cache
def _short() -> Mapping[str, str]:
    """Digest of joined parts -> the same with short names: see `dateline/data/make/scripts.py`."""
    return {found["of"]: found["script"] for found in json.loads(SHORT.read_text("utf-8")).values()}


def stylesheet(sheets: Sequence[str]) -> str:
    """Sheets joined, without comments and idle space."""
    return _IDLE.sub(_lean, "\n".join(sheets)).strip() + "\n"


def _lean(match: re.Match[str]) -> str:
    string, colon, mark = match.groups()
    return string or colon or mark or ("" if match.group().startswith(";") else " ")


def _named(path: str, content: bytes, more: str = "") -> str:
    stem, _, suffix = path.rpartition(".")
    return f"{stem}-{hashlib.sha256(content + more.encode()).hexdigest()[:DIGITS]}.{suffix}"


# Before the first paint: the reader's theme, and the fonts, which a page on a disk may not ask for in this way.
HEAD_SCRIPT = (
    "{let d=document,r=d.documentElement,f=r.dataset.font,l=d.createElement('link'),t;"
    "try{t=localStorage.theme}catch{}if(t)r.dataset.theme=t;r.className='js';"
    "if(f&&/^h/.test(location)){l.rel='preload';l.as='font';l.crossOrigin='';l.href=f;d.head.append(l)}}"
)


def head_script() -> Markup:
    """The one inline script, the same on every page so that one digest allows it."""
    return Markup(HEAD_SCRIPT)  # noqa: S704  a constant of this module


def policy() -> str:
    """Content-Security-Policy: nothing from elsewhere, no inline style, no inline script but the one above.

    What is not named here, as styles and pictures, falls back on `default-src`.
    """
    digest = base64.b64encode(hashlib.sha256(HEAD_SCRIPT.encode()).digest()).decode()
    return (
        f"default-src 'self'; script-src 'self' 'sha256-{digest}'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'"
    )
