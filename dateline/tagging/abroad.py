"""A language other than English -> what countries are called in it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def names(tongue: str) -> Mapping[str, Sequence[str]]:
    """ISO 3166-1 alpha-2 code -> names, in the cases that follow from them; those that English has too are left out.

    Under an empty code stand phrases that hide a name, which are nobody's either: Golf von Mexiko, Mare del Nord.
    """
    return _table().get(tongue, {}) if tongue else {}


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    file = resources.files("dateline.data").joinpath("countries", "abroad.json")
    table: dict[str, dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    return table
