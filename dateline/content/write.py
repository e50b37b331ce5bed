"""Article -> a file of content/articles/: one canonical form, and a person's own lines left as they stand."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

import yaml

from dateline.characters import sound
from dateline.content.fields import ALWAYS, ORDER, value_of
from dateline.content.parts import split
from dateline.tools import yamlio

if TYPE_CHECKING:
    from dateline.model import Article

# What PyYAML writes as it stands, and what in single quotes: it takes a hundred times as long to say so itself.
# Sets say what is not in them: of one that has most of Unicode, a pattern takes 5 ms to compile.
_NO = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U0010ffff"  # what it escapes
_FIRST = rf"(?:[^{_NO} -@\[-`{{-~]|[0-9]++(?:-[0-9]++)*+[ -](?=[A-Za-z]))"  # no sign of YAML's, and no number
_REST = rf"[^{_NO}#:]*+"
_REST_IN_LIST = rf"[^{_NO}#:,?\[\]{{}}]*+"
_PLAIN = re.compile(rf"{_FIRST}{_REST}(?:(?::(?=\S)|(?<! )#){_REST})*+(?<! )")
_PLAIN_IN_LIST = re.compile(rf"{_FIRST}{_REST_IN_LIST}(?:(?<! )#{_REST_IN_LIST})*+(?<! )")
_ANY = rf"[^{_NO}]"
_QUOTED = re.compile(rf"(?=[\"'#,\[\]{{}}&*!|>%@`]|.*(?:: | #|:\Z)){_ANY}+(?<! )")
_QUOTED_IN_LIST = re.compile(rf"(?=[\"'#&*!|>%@`]|.*(?:[,?\[\]{{}}:]| #)){_ANY}+(?<! )")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")  # of a key that needs no quotes
_WORDS_OF_YAML = frozenset(["yes", "no", "true", "false", "on", "off", "null"])  # no texts, unless they stand in quotes


def render(article: Article) -> str:
    """A whole new file in canonical form."""
    lines = [_line(name, value_of(article, name)) for name in ORDER if name in ALWAYS or value_of(article, name)]
    lines += [_line(name, value) for name, value in article.extra.items()]
    return f"---\n{''.join(lines)}---\n{_body(article)}"


def update(text: str, old: Article, new: Article) -> str:
    """The file `text`, which says `old`, saying `new`: only what differs is written anew."""
    if old == new:
        return text
    clean = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    changed = [name for name in ORDER if value_of(old, name) != value_of(new, name)]
    if not changed and old.body == new.body:
        return text
    parts = split(clean)
    chunks = _chunks(sound(parts.head)) if parts else None
    if parts is None or chunks is None:  # a head in braces, or the like: valid, but not to be mended line by line
        return render(new)
    for name in changed:
        value = value_of(new, name)
        chunks = _put(chunks, name, _line(name, value) if value or name in ALWAYS else "")
    head = "".join(text for _, text in chunks)
    return f"{parts.opening}{head}{parts.closing}{parts.body if old.body == new.body else _body(new)}"


def _body(article: Article) -> str:
    return f"\n{article.body}\n" if article.body else ""


def _line(name: str, value: Any) -> str:
    """One key as YAML that every reader takes for the same text; dates plain, as other programs expect them."""
    if value in ("", None) and _NAME.fullmatch(name):
        return f"{name}:\n"
    if name in ("date", "title_derived", "record"):
        return f"{name}: {value}\n"
    if isinstance(value, dict) or not _NAME.fullmatch(name):
        return _dump({name: value}, flow=False)
    return f"{name}: {_dump(value, flow=isinstance(value, list))}"


def _dump(value: Any, *, flow: bool) -> str:
    if isinstance(value, str) and (known := _known(value, _PLAIN, _QUOTED)):
        return f"{known}\n"
    if flow and all(items := [_known(one, _PLAIN_IN_LIST, _QUOTED_IN_LIST) for one in value]):
        return f"[{', '.join(items)}]\n"
    text = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, width=2**31 - 1, default_flow_style=flow, sort_keys=False
    )
    return str(text).removesuffix("...\n") if isinstance(value, str) else str(text)


def _known(value: object, plain: re.Pattern[str], quoted: re.Pattern[str]) -> str:
    """A text as PyYAML would write it, where that is seen at once; else empty."""
    if not isinstance(value, str) or value.lower() in _WORDS_OF_YAML:
        return ""
    if plain.fullmatch(value):
        return value
    return "'{}'".format(value.replace("'", "''")) if quoted.fullmatch(value) else ""


class _Dumper(yaml.SafeDumper):
    """PyYAML's own dumper, which writes the same on every machine, libyaml or not; without anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  the signature is PyYAML's
        return True


_BLANK = " \r\n\x85\u2028\u2029"  # a line of these may stand anywhere; a no-break space is a word, a tab stays
Chunks = list[tuple[str, str]]  # key -> its lines with the comments above them; "" for what stands before the first key


def _chunks(head: str) -> Chunks | None:
    """The head cut at its top-level keys; None where it is not one key a line, or one value stands for another.

    Nor where `...` ends it: no key may stand below that.
    """
    for event in yaml.parse(head, Loader=yamlio.Loader):
        if getattr(event, "anchor", None) or (isinstance(event, yaml.DocumentEndEvent) and event.explicit):
            return None
    lines = head.splitlines(keepends=True)
    starts = [(name, line - 1) for key, line in yamlio.parse(head).lines.items() if len(key) == 1 for name in key]
    if any(not re.match(rf"(['\"]?){re.escape(str(name))}\1\s*:", lines[at]) for name, at in starts):
        return None
    cuts: list[tuple[str, int]] = []
    for name, at in sorted(starts, key=lambda start: start[1]):
        while at > 0 and (lines[at - 1].startswith("#") or not lines[at - 1].strip(_BLANK)):
            at -= 1
        cuts.append((str(name), at))
    cuts = [("", 0), *cuts, ("", len(lines))]
    return [(name, "".join(lines[at:end])) for (name, at), (_, end) in pairwise(cuts)]


def _put(chunks: Chunks, name: str, line: str) -> Chunks:
    """`chunks` with the key's line in place of the old one, its comments kept, or at its place in the fixed order."""
    if any(key == name for key, _ in chunks):
        return [(key, _replaced(text, line) if key == name else text) for key, text in chunks]
    before = ORDER[: ORDER.index(name)]
    at = max((i for i, (key, _) in enumerate(chunks) if key in before), default=0)
    return [*chunks[: at + 1], (name, line), *chunks[at + 1 :]]


def _replaced(chunk: str, line: str) -> str:
    """The comment lines above and within a value and the comment behind it outlive it."""
    lines = chunk.splitlines(keepends=True)
    above = list(takewhile(lambda text: text.startswith("#") or not text.strip(), lines))
    rest = "".join(lines[len(above) :])
    above += [text for text in lines[len(above) :] if text.startswith("#")]
    node = yaml.compose(rest, Loader=yamlio.Loader)
    comment = rest[node.value[0][1].end_mark.index :].strip() if isinstance(node, yaml.MappingNode) else ""
    if line and comment.startswith("#") and "\n" not in comment:
        line = f"{line.rstrip()} {comment}\n"
    return "".join(above) + line
