"""Texts whose people are known -> dateline/data/people/weights.json, what makes a name a person's.

    pip install numpy
    python -m dateline.data.make.people_weights GOLD.jsonl …

Each line of a file has `id`, `text`, `persons` (full names) and `person_aliases` (full name -> forms in the text). A
weight belongs to a feature such as "office-before", never to a word or a name: nothing of the texts is kept. Every
third document is left out, so that it can be used for measuring.

The fit is a logistic regression by Newton's method, once for names of several words and once for single words that
are no part of a person's full name in the same text. Files count by the square root of their size.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from dateline import vocabulary
from dateline.tagging.people import candidates, names
from dateline.tagging.people.lists import lexicon
from dateline.tagging.people.together import relations

TARGET = Path(__file__).parent.parent / "people" / "weights.json"
RIDGE = 1.0  # how strongly a weight is drawn to 0, or to what is said of it here:
# Too rare in the texts to be learnt, too plain to be missed: "Cross of X Y", "X Missiles", words of a headline, an
# initial in the middle; "analyst at"; "Gen." before a name that no list has, "bin" in one; an item of "the dead were
# identified …".
FIXED = {
    "capital-of-before": -4.0,
    "employer-before": -7.0,
    "eponymous": -5.0,
    "headline": 0.0,
    "et-al-after": 4.0,
    "joined": 4.0,
    "headline-word": -1.0,
    "last-is-plural": -2.0,
    "middle-initial": 2.0,
    "quoted": -2.5,
    "vessel-before": -8.0,
}
FIXED_OF_SEVERAL = {
    **FIXED,
    "hyphened-given-last": 3.0,
    "syllables-of-korea": 1.8,
    "patronymic": 2.0,
    "sure-title": 1.5,
    "listed": 2.0,
    "seated": 2.0,
    "nickname": 2.0,
    "office-in-apposition": 1.8,
    "kind-of-group-before": -2.7,
    "mere-word-first": -1.2,
    "mere-word-last": -2.0,
    "epithet": -2.0,
}
# A title before a surname alone: most have the full name beside them and are left out of the fit.
FIXED_OF_SINGLE = {
    **FIXED,
    "office-before": 2.0,
    "honorific-before": 3.0,
    "titled-surname": 2.5,
    "own-particle": 2.0,
    "listed": 2.6,
    "quoted": -1.5,
    "kind-of-group-before": -3.0,
    "seated": 4.0,
    "in-brackets": -2.0,
    "honorific-after": -2.5,
}
FIXED_RIDGE = 50.0
IN_CREDIT = 4.0  # of a full name in a byline or photo credit, where those are asked for
# Taken off for single words. A surname that no article introduces is wrong more often in today's news, where the
# full name comes first, than in the texts of the fit; and a wrong tag costs a reader more than a missing one.
CAUTION = 0.4
TITLES = lexicon.load().classes["honorific"]


class Example(NamedTuple):
    """One candidate of one document."""

    document: str
    candidate: candidates.Candidate
    is_person: bool
    weight: float


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    files = [_examples(path) for path in parser.parse_args().gold]
    most = max(map(len, files))
    examples = [e._replace(weight=(most / len(file)) ** 0.5) for file in files for e in file]
    several = fit([e for e in examples if len(e.candidate.core) > 1], FIXED_OF_SEVERAL)
    owned = {(e.document, word) for e in examples if score(e, several) > 0 for word in e.candidate.core}
    alone = [e for e in examples if len(e.candidate.core) == 1 and (e.document, e.candidate.core[0]) not in owned]
    single = fit(alone, FIXED_OF_SINGLE)
    single["bias"] -= CAUTION
    weights = {"multi": {**several, "in-credit": IN_CREDIT}, "single": single}
    rounded = {kind: {f: round(w, 2) for f, w in sorted(those.items())} for kind, those in weights.items()}
    TARGET.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8", newline="\n")


def score(example: Example, weights: dict[str, float]) -> float:
    """Log-odds of a candidate of several words; below 0 for a single word."""
    if len(example.candidate.core) < 2:
        return -1.0
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in example.candidate.features)


def fit(examples: list[Example], fixed: dict[str, float]) -> dict[str, float]:
    """Feature -> weight, with the intercept as "bias"; those of `fixed` hardly move."""
    features = sorted({*fixed, *(feature for e in examples for feature in e.candidate.features)})
    column = {feature: i for i, feature in enumerate(features)}
    x = np.zeros((len(examples), len(features) + 1))
    x[:, -1] = 1
    for row, e in enumerate(examples):
        x[row, [column[feature] for feature in e.candidate.features]] = 1
    y = np.array([e.is_person for e in examples], float)
    counts = np.array([e.weight for e in examples])
    goal = np.array([fixed.get(feature, 0.0) for feature in features] + [0.0])
    ridge = np.array([FIXED_RIDGE if feature in fixed else RIDGE for feature in features] + [0.001])
    w = np.zeros(len(goal))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (counts * (p - y)) + ridge * (w - goal)
        hessian = (x.T * (counts * p * (1 - p))) @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if abs(step).max() < 1e-4:
            break
    return dict(zip([*features, "bias"], map(float, w), strict=True))


def _examples(path: Path) -> list[Example]:
    countries = vocabulary.load(Path("nowhere"))[0].countries.values()
    words = lexicon.load([c.name for c in countries], [name for c in countries for name in c.also])
    collector = candidates.Collector(words)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [e for i, row in enumerate(rows) if i % 3 != 2 for e in _of_document(row, collector)]


def _of_document(row: dict[str, Any], collector: candidates.Collector) -> list[Example]:
    forms = {_core(form) for name in row["persons"] for form in (name, *row["person_aliases"].get(name, ()))}
    optional = {_core(form) for form in row.get("persons_optional", ())}
    found = []
    collected = collector.collect(row["text"])
    relations.relate(collected)
    for candidate in collected.values():
        core = _core(candidate.text)
        if core in forms:
            found.append(Example(row["id"], candidate, True, 1.0))
        elif core not in optional and not any(names.may_be_one(core, form) for form in forms | optional):
            found.append(Example(row["id"], candidate, False, 1.0))
    return found


def _core(name: str) -> names.Words:
    words = names.words_of(name.replace("'s", "").replace("’s", ""))
    while len(words) > 1 and words[0].rstrip(".") in TITLES:
        words = words[1:]
    return names.core(words)


if __name__ == "__main__":
    main()
