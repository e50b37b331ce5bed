"""A language other than English -> what countries, their people and cities are called in it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def names(tongue: str) -> Mapping[str, Sequence[str]]:
    """ISO 3166-1 alpha-2 code -> names, in the cases that follow from them; those that English has too are left out."""
    found: Mapping[str, Sequence[str]] = _table(tongue).get("names", {})
    return found


def hidden(tongue: str) -> Sequence[str]:
    """Phrases that hold a name or an adjective and name no country: Golf von Mexiko, en français, la Réunion."""
    found: Sequence[str] = _table(tongue).get("hidden", ())
    return found


def cities(tongue: str) -> Sequence[str]:
    """Large cities that have another name than the English one, of languages that say in a case where something is."""
    found: Sequence[str] = _table(tongue).get("cities", ())
    return found


def adjectives(tongue: str) -> Iterator[tuple[str, str]]:
    """Codes with adjectives and names of the people, in all their forms, and some that nobody says."""
    table = _table(tongue).get("adjectives", {})
    for code, stems in table.get("stems", {}).items():
        for stem in stems:
            begins = (stem, stem[0].upper() + stem[1:]) if table["capital"] else (stem,)
            yield from ((code, begin + ending) for begin in begins for ending in table["endings"])
    for code, forms in table.get("whole", {}).items():
        yield from ((code, form) for form in forms)


def _table(tongue: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _tables().get(tongue, {}) if tongue else {}
    return found


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    file = resources.files("dateline.data").joinpath("countries", "abroad.json")
    tables: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return tables
