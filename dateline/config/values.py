"""One value of site.yaml -> what it says, and what is wrong with it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Literal

from dateline.config.settings import RIGHTS
from dateline.model import Problem
from dateline.tools import web, yamlio
from dateline.tools.wording import kind_of

if TYPE_CHECKING:
    from dateline.config.settings import Rights

HOLDING = ("rights", "index", "tagging", "sources", "also")  # keys that hold something back, or by which that is found
HINT = "Write one of these words, or take the line out."
RIGHTS_HINT = f"Write {', '.join(RIGHTS[:-1])} or {RIGHTS[-1]}; until then it counts as link, and no text is shown."


class Values:
    """A parsed site.yaml, with every problem collected on the way."""

    def __init__(self, document: yamlio.Document, shown_as: str) -> None:
        self.document = document
        self.shown_as = shown_as
        self.problems: list[Problem] = []

    def wrong(self, key: yamlio.Key, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown_as, self.document.line(*key), code, message, hint))

    def unknown(self, key: yamlio.Key, value: dict[str, Any], known: tuple[str, ...]) -> None:
        for name in value:
            if name in known:
                continue
            (near,) = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.75) or [""]
            if near in HOLDING and near not in value and near[0] == name[0].casefold():  # `resources` is another word
                hint = f"Did you mean '{near}'? Nothing is built until it is mended, for much hangs on that."
                self.wrong((*key, name), "F21", f"unknown key '{name}'", hint)
            else:
                meant = f"Did you mean '{near}'? " if near else ""
                self.wrong((*key, name), "F04", f"unknown key '{name}'", f"{meant}Known keys: {', '.join(known)}.")

    def text(self, *key: str | int) -> str:
        value = self.document.value
        for part in key:
            value = value.get(part) if isinstance(value, dict) else value[part]
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(key, "F05", f"'{key[-1]}' is not a text", f"Write `{key[-1]}: some words`.")
            return ""
        return value.strip()

    def web_address(self, *key: str | int, code: str = "F06") -> str:
        value = self.text(*key)
        if value and not web.is_page(value):
            self.wrong(key, code, f"'{value}' is not a web address", "Write it whole, such as https://example.org/.")
            return ""
        return value

    def choice(self, key: yamlio.Key, value: Any, choices: tuple[str, ...], hint: str = "") -> str:
        """The one of `choices` that is said, in whatever case; empty where none is."""
        said = value.strip().casefold() if isinstance(value, str) else ""
        if value is None or said in choices:
            return said
        named = next(part for part in reversed(key) if isinstance(part, str))
        self.wrong(key, "F08", f"'{named}' is {kind_of(value)}, not one of {', '.join(choices)}", hint or HINT)
        return ""

    def yes(self, key: yamlio.Key, value: Any, *, otherwise: bool | None = None) -> bool | None:
        """What a switch says; None where it is not there, `otherwise` where it says neither."""
        if value is None:
            return None
        found = yamlio.switched(value)
        if found is None:
            self.wrong(key, "F08", f"'{key[-1]}' is {kind_of(value)}, not one of true, false", HINT)
            return otherwise
        return found

    def rights(self, key: yamlio.Key, value: dict[str, Any]) -> Rights | Literal[""]:
        """Those of the site or of a source; empty where the key does not stand there."""
        if "rights" not in value:
            return ""
        said = value["rights"]
        if said is None:
            self.wrong((*key, "rights"), "F08", "'rights' is empty", RIGHTS_HINT)
        return self.choice((*key, "rights"), said, RIGHTS, RIGHTS_HINT) or "link"  # type: ignore[return-value]
