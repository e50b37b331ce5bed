"""YAML text -> plain values with their lines.

Every scalar stays the text that a person wrote: `1998` is not a number, `2021-05-25` no date and `no` not False.
Whoever asks for a number or a truth value converts it, and can say on which line it went wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from dateline.characters import sound

if TYPE_CHECKING:
    from collections.abc import Mapping

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it is built: 8 times faster
Key = tuple[str | int, ...]
# One key a line and behind it nothing, words, plain or in quotes, or a list of such: so are most articles’ heads. To
# every reader of YAML that means what it says; all else is left to libyaml.
_NO = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff"  # is never a character of such a line
_FIRST = rf"[^{_NO} -/:-@\[-`{{-~]"  # none of ASCII's signs
_WORDS = rf"{_FIRST}[^{_NO}:#]*+(?:(?::(?=\S)|(?<! )#)[^{_NO}:#]*+)*+"
_QUOTED = rf"(?:'[^{_NO}']*+(?:''[^{_NO}']*+)*+'|\"[^{_NO}\"\\]*+\")"
_ITEM = rf"(?:{_FIRST}[^{_NO}:#?,\[\]{{}}]*+|{_QUOTED} *+)"
_ITEMS = re.compile(_ITEM)
_LIST = rf"\[ *+((?:{_ITEM}(?:, *+{_ITEM})*+)?)\] *+"
_LINE = re.compile(rf"([A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: ++(?:({_WORDS}|{_QUOTED} *+)|{_LIST}))?+ *+")
_NULL = frozenset(["null", "Null", "NULL"])
MAX_VALUES = 500_000  # more than any file that a person writes; a nest of aliases has billions
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
MAX_DEPTH = 40
# Composing goes as deep as the text does, and in libyaml's binding nothing holds it back but the end of the stack. So
# how deep a text goes is counted first, if it may go far: it has as many brackets, or a line that is indented as much.
_BRACKETS = 200
_TOO_DEEP = "is nested too deeply, or says too much"
_INDENTED = re.compile(r"[ \t?:-]{50}")  # `- - a` stands two deeper, by the signs before it
_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "
MERGE = "has both sides of a merge in it, which git leaves to you"
MERGE_HINT = "Keep the lines of one side or of both, and take out those with <<<<<<<, ======= and >>>>>>>."


class YamlError(ValueError):
    """Text that is no YAML, or says one key twice.

    line: 1-based. message: goes on from the name of the text. hint: empty where nothing is known but the usual one.
    """

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.hint = hint


class Document(Struct, frozen=True):
    """A YAML text as dicts, lists, strings and None; `lines` has the 1-based line of every key and item."""

    value: Any
    lines: dict[Key, int]

    def line(self, *key: str | int) -> int:
        """The line of `key`, or of the nearest thing above it that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


def parse(text: str, first_line: int = 1) -> Document:
    """Read one YAML document; `first_line` is the line of the file at which `text` begins.

    Raises YamlError.
    """
    return _plain(text, first_line) or _composed(text, first_line)


def merge(text: str) -> int:
    """The line, from 1, at which both sides of a merge begin that git could not do; 0: there are none."""
    if _OURS not in text or _THEIRS not in text:
        return 0
    lines = text.replace("\r\n", "\n").split("\n")
    begins = next((at for at, line in enumerate(lines, 1) if line.startswith(_OURS)), 0)
    rest = lines[begins:]
    if not begins or "=======" not in rest or sum(line.startswith("```") for line in lines[:begins]) % 2:
        return 0  # what stands in a block of code is shown
    return begins if any(line.startswith(_THEIRS) for line in rest[rest.index("=======") :]) else 0


def _plain(text: str, first_line: int) -> Document | None:
    """The same of a text of plain lines, in a sixth of the time; None of any other."""
    value: dict[str, Any] = {}
    lines: dict[Key, int] = {}
    for at, line in enumerate(text.split("\n"), first_line):
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if not match or match[1] in value:
            return None
        name, words, items = match.groups()
        lines.setdefault((), at)
        lines[name,] = at
        if items is None:
            value[name] = _scalar(words) if words else None
        else:
            value[name] = [_scalar(item) for item in _ITEMS.findall(items)]
            lines |= {(name, i): at for i in range(len(value[name]))}
    return Document(value, lines) if value else None


def _scalar(words: str) -> str | None:
    said = words.rstrip(" ")
    if said[0] == "'":
        return said[1:-1].replace("''", "'")
    if said[0] == '"':
        return said[1:-1]
    return None if said in _NULL else said


def _composed(text: str, first_line: int) -> Document:
    lines: dict[Key, int] = {}
    try:
        if text.count("[") + text.count("{") > _BRACKETS or _INDENTED.search(text):
            _measure(text, first_line)
        node = yaml.compose(text, Loader=Loader)
    except YamlError:
        raise
    except yaml.MarkedYAMLError as error:
        if line := merge(text):
            raise YamlError(first_line + line - 1, MERGE, MERGE_HINT) from None
        mark = error.problem_mark or error.context_mark
        at = first_line + (mark.line if mark else 0)
        what = " ".join(filter(None, (error.context, error.problem)))
        raise YamlError(at, f"is not YAML: {what}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(first_line, f"is not YAML: {str(error).splitlines()[0]}") from None
    return Document(None if node is None else _value(node, (), lines, first_line), lines)


def _measure(text: str, first_line: int) -> None:
    """Raise YamlError if the text is nested too deeply: events come one by one, however deep they stand."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH + 1:
                mark = event.start_mark
                raise YamlError(first_line + (mark.line if mark else 0), _TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(node: yaml.Node, key: Key, lines: dict[Key, int], first_line: int, depth: int = 0) -> Any:
    line = first_line + node.start_mark.line
    lines.setdefault(key, line)
    if depth > MAX_DEPTH or len(lines) > MAX_VALUES:  # an alias to itself, or aliases of aliases
        raise YamlError(line, _TOO_DEEP)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for name_node, value_node in node.value:
            at = first_line + name_node.start_mark.line
            if not isinstance(name_node, yaml.ScalarNode):
                raise YamlError(at, "has a key that is not a word")
            name = sound(str(name_node.value))
            if name in found:
                raise YamlError(at, f"says '{name}' twice")
            lines[(*key, name)] = at
            found[name] = _value(value_node, (*key, name), lines, first_line, depth + 1)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*key, i), lines, first_line, depth + 1) for i, item in enumerate(node.value)]
    is_null = node.tag == "tag:yaml.org,2002:null"
    return None if is_null else sound(str(node.value))


def switched(value: Any) -> bool | None:
    """What a switch says; None where that is neither yes nor no."""
    return _SWITCH.get(str(value).strip().casefold()) if isinstance(value, str | bool) else None


def is_draft(head: Mapping[str, Any]) -> bool:
    """Does a head say that its text is not to be shown yet? It says so in the words of other programs."""
    return switched(head.get("draft")) is True or switched(head.get("published")) is False
