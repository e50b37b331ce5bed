"""topics.yaml (+ the definitions of the IPTC Media Topics) -> topics.json; abroad.yaml -> abroad.json.

    python -m dateline.data.make.topics [CONCEPTS]

CONCEPTS is a JSON list of IPTC concepts ({"qcode", "label", "definition", ...}), as made from their NewsCodes; with it,
mediatopics.tsv is refreshed too. Run again after an edit of topics.yaml or abroad.yaml; a test holds them in step.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.data.make import estonian, plurals, russian
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parent.parent / "topics"
# Of languages of which a list has one form of each word, or of some
FORMS: dict[str, Callable[[str], list[str]]] = {
    "et": estonian.forms,
    "ru": russian.forms,
    "it": partial(plurals.forms, "it"),
    "nl": partial(plurals.forms, "nl"),
}
STRENGTHS = {"strong": 3.0, "cues": 1.0, "weak": 0.3}


def main(arguments: list[str]) -> None:
    """Write topics.json and abroad.json, and mediatopics.tsv where the concepts are given."""
    if arguments:
        concepts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        codes = {entry["code"] for entry in _topics().values()}
        lines = [
            f"{concept['qcode']}\t{concept['label']}\t{' '.join(concept['definition'].split())}"
            for concept in concepts
            if concept["qcode"] in codes
        ]
        (FOLDER / "mediatopics.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (FOLDER / "topics.json").write_text(compiled(), encoding="utf-8")
    (FOLDER / "abroad.json").write_text(abroad(), encoding="utf-8")


def compiled() -> str:
    """The text of topics.json: name -> {"code", "parent", "definition", "cues": {term: weight}, "not": [...]}."""
    definitions = _definitions()
    topics = {
        name: {
            "code": entry["code"],
            "parent": entry.get("parent", ""),
            "definition": definitions[entry["code"]],
            "cues": _weights(entry),
            "not": entry.get("not", []),
        }
        for name, entry in _topics().items()
    }
    return json.dumps(topics, ensure_ascii=False, indent=0) + "\n"


def abroad() -> str:
    """The text of abroad.json: language -> code of a topic -> {term: weight}; under no code what says nothing there."""
    codes = {name: entry["code"] for name, entry in _topics().items()}
    languages = yamlio.parse((FOLDER / "abroad.yaml").read_text(encoding="utf-8")).value
    table = {
        language: {
            codes.get(name, ""): dict.fromkeys(entry, 0.0) if name == "not" else _spelled(language, _weights(entry))
            for name, entry in entries.items()
        }
        for language, entries in languages.items()
    }
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


def _spelled(language: str, weights: dict[str, float]) -> dict[str, float]:
    """With the other forms of each term; a form of two terms keeps what the first says."""
    spelled: dict[str, float] = {}
    for term, weight in weights.items():
        for form in FORMS[language](term) if language in FORMS else (term,):
            spelled.setdefault(form, weight)
    return spelled


def _topics() -> dict[str, dict[str, Any]]:
    value: dict[str, dict[str, Any]] = yamlio.parse((FOLDER / "topics.yaml").read_text(encoding="utf-8")).value
    return value


def _definitions() -> dict[str, str]:
    lines = (FOLDER / "mediatopics.tsv").read_text(encoding="utf-8").splitlines()
    return {code: definition for code, _, definition in (line.split("\t") for line in lines)}


def _weights(entry: dict[str, Any]) -> dict[str, float]:
    """Term -> weight; a term in two lists keeps the stronger."""
    weights: dict[str, float] = {}
    for strength, weight in STRENGTHS.items():
        for term in entry.get(strength, ()):
            weights.setdefault(term, weight)
    return weights


if __name__ == "__main__":
    main(sys.argv[1:])
