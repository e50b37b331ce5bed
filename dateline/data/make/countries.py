"""countries.yaml + contexts.yaml -> countries.json (what a vocabulary knows) and forms.json (what the reader needs).

    python -m dateline.data.make.countries

Facts by hand: codes of ISO 3166-1 and English names after Unicode CLDR; see SOURCES.md beside them. Run again after
an edit of either file; a test holds the four in step.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.tools import yamlio

FOLDER = Path(__file__).resolve().parent.parent / "countries"
KINDS = {
    "also": "name",
    "adjective": "adjective",
    "prefix": "prefix",
    "people": "demonym",
    "parts": "part",
    "capital": "capital",
    "seat": "seat",
}


def main() -> None:
    """Write the two files."""
    for name, text in compiled().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


def compiled() -> dict[str, str]:
    """File name -> text of the two JSON files."""
    table: dict[str, dict[str, Any]] = yamlio.parse((FOLDER / "countries.yaml").read_text(encoding="utf-8")).value
    contexts = yamlio.parse((FOLDER / "contexts.yaml").read_text(encoding="utf-8")).value
    contexts["not"] = [phrase for group in contexts["not"].values() for phrase in group]
    countries, forms = {}, {}
    names = {entry["name"] for entry in table.values()}
    for code, entry in table.items():
        kinds = forms_of(entry)
        strong = [
            form
            for form, kind in kinds.items()
            if kind not in ("capital", "seat", "prefix") and form not in names  # Congo names one of two
        ]
        countries[code] = {"name": entry["name"], "also": strong}
        forms[code] = kinds
    return {"countries.json": _json(countries), "forms.json": _json({"forms": forms, "contexts": contexts})}


def forms_of(entry: dict[str, Any]) -> dict[str, str]:
    """Each form of one country with its kind; a form listed twice keeps the first."""
    kinds = {entry["name"]: "name"}
    for key, kind in KINDS.items():
        for form in entry.get(key, ()):
            kinds.setdefault(form, kind)
            if key == "adjective" and (plural := plural_of(form)):
                kinds.setdefault(plural, "demonym")
    return kinds


def plural_of(adjective: str) -> str:
    """Estonian -> Estonians; nothing for Chinese, Irish, Swiss, Dutch, which are their own plural."""
    return "" if adjective.endswith(("ese", "sh", "ch", "s", "o", "ic", "é")) else f"{adjective}s"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    main()
