"""One vocabulary file of a site -> its entries, field by field, with every mistake as a Problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.model import Problem
from dateline.tools import yamlio
from dateline.tools.wording import kind_of, why_unread

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

Entry = TypeVar("Entry")


class VocabularyFile:
    """One vocabulary file: parsed, with every problem collected on the way."""

    name = ""
    off: tuple[str, ...] = ("off",)

    def __init__(self, folder: Path, shown_as: str, problems: list[Problem]) -> None:
        self.shown_as = f"{shown_as}/{self.name}"
        self.problems = problems
        self.document = self.parse(folder / self.name)
        value = self.document.value
        if value is not None and not isinstance(value, dict):
            self.wrong((), "V03", "is not a list of names", "Start each line with a name and a colon.")
        self.entries: dict[str, Any] = value if isinstance(value, dict) else {}
        self.drops_shipped = self.switched_off()
        self.keys: dict[str, str] = {}  # what entries are called -> what stands before their colon

    def parse(self, path: Path) -> yamlio.Document:
        try:
            return yamlio.parse(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            pass
        except (OSError, UnicodeDecodeError) as error:
            hint = "Save it as UTF-8 text that you may read."
            self.problems.append(Problem(self.shown_as, 0, "V01", why_unread(error), hint))
        except yamlio.YamlError as error:
            hint = "Put names with a colon or a leading quote in double quotes; indent with spaces."
            self.problems.append(Problem(self.shown_as, error.line, "V02", error.message, error.hint or hint))
        return yamlio.Document(None, {})

    def wrong(self, key: yamlio.Key, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown_as, self.document.line(*key), code, message, hint))

    def switched_off(self) -> bool:
        """True where `shipped: off` stands in the file."""
        if "shipped" not in self.entries:
            return False
        value = self.entries.pop("shipped")
        is_off = isinstance(value, str) and value.casefold() == "off"
        if not is_off:
            self.wrong(("shipped",), "V05", f"'shipped' is '{value}'", "Write `shipped: off`, or leave it out.")
        return is_off

    def fields(self, keys: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any] | None]]:
        """Each entry's name and its fields; None for one that is taken out."""
        for name, value in self.entries.items():
            if not _says_something(name):
                self.wrong(
                    (name,), "V21", f"'{name}' is no name", "Write a name before the colon, or take the line out."
                )
            elif isinstance(value, str) and value.casefold() in self.off:
                yield name, None
            elif value is None:
                yield name, {}
            elif isinstance(value, dict):
                self.unknown((name,), value, keys)
                yield name, value
            else:
                hint = f"Write `{name}:` alone, `{name}: {self.off[0]}`, or `also: [...]` below it."
                self.wrong((name,), "V05", f"'{name}' is {kind_of(value)}, not lines of `key: value`", hint)

    def called(self, fields: Mapping[str, Any], key: str, known: str, others: Collection[str]) -> str:
        """The name that tags shall show: that of `name:`, where it is nobody else's, or the one that is `known`."""
        name = self.text(fields, key, "name") or known
        if name != known and (name in others or not _says_something(name)):
            message = f"'{name}' is another entry's name" if name in others else f"'{name}' is no name"
            self.wrong((key, "name"), "V25", message, "Give one of its own; where both are one, list it under `also`.")
            name = known
        self.keys[name] = key
        return name

    def unknown(self, key: yamlio.Key, value: dict[str, Any], known: tuple[str, ...]) -> None:
        for name in value:
            if name not in known:
                self.wrong(
                    (*key, name),
                    "V04",
                    f"unknown key '{name}' of '{key[0]}'",
                    f"Known keys: {', '.join(known)}.",
                )

    def text(self, fields: Mapping[str, Any], *key: str | int) -> str:
        value = fields.get(str(key[-1]))
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.wrong(
            key,
            "V05",
            f"'{key[-1]}' of '{key[0]}' is {kind_of(value)}, not a text",
            f"Write `{key[-1]}: words`.",
        )
        return ""

    def texts(self, fields: Mapping[str, Any], *key: str | int) -> tuple[str, ...]:
        value = fields.get(str(key[-1]))
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) and _says_something(item) for item in value):
            return tuple(item.strip() for item in value)
        hint = f"Write `{key[-1]}: [one, another]`."
        if isinstance(value, list):
            wrong = next(item for item in value if not (isinstance(item, str) and _says_something(item)))
            self.wrong(key, "V05", f"'{key[-1]}' of '{key[0]}' has {kind_of(wrong)} in it, which is no text", hint)
            return ()
        self.wrong(key, "V05", f"'{key[-1]}' of '{key[0]}' is {kind_of(value)}, not a list of texts", hint)
        return ()

    def matching(self, fields: Mapping[str, Any], name: str, key: str, pattern: str, like: str) -> str:
        value = self.text(fields, name, key)
        if value and not re.fullmatch(pattern, value):
            self.wrong((name, key), "V10", f"'{value}' is no {key} of '{name}'", f"Write one such as {like}.")
            return ""
        return value


def _says_something(text: str) -> bool:
    """A letter or a digit: what has none can neither be found in a text nor name anybody."""
    return any(map(str.isalnum, text))


def renamed(entries: dict[str, Entry], known: str, shown: str) -> dict[str, Entry]:
    """The entries in their order, one of them under another name."""
    return {shown if name == known else name: entry for name, entry in entries.items()} if known != shown else entries


def joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))
