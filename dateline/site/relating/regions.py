"""Country codes -> regions of the world, as dateline/data/countries/regions.yaml has them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def read() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 or XK -> the code of its region in UN M49."""
    text = (files("dateline.data") / "countries" / "regions.yaml").read_text(encoding="utf-8")
    table: dict[str, str] = yamlio.parse(text).value
    return {code: region for region, codes in table.items() for code in codes.split()}
