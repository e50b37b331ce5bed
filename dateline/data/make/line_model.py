"""Texts with their true bodies -> dateline/data/line_model.json, the weights of dateline/normalise/body/line_model.py.

    python -m dateline.data.make.line_model DATA [--gold FILE]

DATA holds `raw/` and `gold.jsonl`: JSON lines with `file`, `format` (only "txt" is used), `source`, `title`,
`title_alts`, `body` and, where somebody marked them, `line_labels`: one letter for each non-blank line (B body; X, M
furniture; others are left out). What is kept of the texts is one number for each feature of shape and place; no word
of theirs. Needs numpy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from dateline import seeds
from dateline.model import Seed
from dateline.normalise.body import facts, features, line_model
from dateline.normalise.dating import stamp
from dateline.normalise.lines import language
from dateline.normalise.lines.line import Line, key, split
from dateline.normalise.lines.unwrapping import unwrap

if TYPE_CHECKING:
    from dateline.normalise.body.facts import Fact

TARGET = Path(__file__).resolve().parent.parent / "line_model.json"
FOLDS = 5  # the second model learns from what the first says of outlets that it has not seen
MIN_COUNT = 4  # lines with a feature, for it to get a weight
L2, RATE, EPOCHS, BATCH = 3e-4, 0.3, 30, 512
MIN_WEIGHT = 0.02  # smaller ones are left out of the file
TELLING = 25  # letters and digits that are not in a body by chance
KEPT = ("len:", "len+end:", "cue:", "start:", "spoken:", "edge:", "place:", "words:", "spoken+me:")
MARKS = {"B": True, "X": False, "M": False}


class Text(Struct, frozen=True):
    """A text with what is true of its lines."""

    outlet: str
    lines: list[Line]
    names: list[list[str]]
    truth: list[bool | None]  # None: not known


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    gold = options.gold or options.data / "gold.jsonl"
    texts = [made for line in gold.open(encoding="utf-8") if (made := read(options.data / "raw", json.loads(line)))]
    odds = unseen(texts)
    first = learn(texts)
    again = [
        replace(text, names=[kept(own) + about for own, about in zip(text.names, more, strict=True)])
        for text, odd in zip(texts, odds, strict=True)
        for more in [spelt(line_model.again(text.lines, odd))]
    ]
    model = {"first": rounded(first), "second": rounded(learn(again))}
    TARGET.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(
        f"{len(texts)} texts, {sum(len(text.lines) for text in texts)} lines, {sum(map(len, model.values()))} weights"
    )


def read(raw: Path, gold: dict[str, Any]) -> Text | None:
    """A text of the collection, or None where it says nothing of lines."""
    if gold["format"] != "txt" or not gold["body"]:
        return None
    (seed,) = seeds.read("text.txt", (raw / gold["file"]).read_bytes())
    if not isinstance(seed, Seed):
        return None
    lines = unwrap(stamp.take(split(seed.text))[1])
    names = spelt(features.of(lines, language.detect(seed.text)))
    return Text(gold["source"] or gold["file"], lines, names, truth(gold, lines, seed.text))


def spelt(found: list[list[Fact]]) -> list[list[str]]:
    """The names of the features of each line."""
    return [[name for fact in own for name in facts.names(fact)] for own in found]


def truth(gold: dict[str, Any], lines: list[Line], text: str) -> list[bool | None]:
    """Whether each line is body: by its mark, else by whether the true body has it. Headlines are left out."""
    body = key(gold["body"])
    paragraphs = {key(paragraph) for paragraph in gold["body"].split("\n")}
    titles = {key(title) for title in (gold["title"] or "", *(gold["title_alts"] or ()))}
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    marks = dict(zip(numbers, gold.get("line_labels") or "", strict=False))
    pieces = Counter(line.number for line in lines)  # a mark is for the whole line of the file
    found: list[bool | None] = []
    for line in lines:
        said = key(line.text)
        if pieces[line.number] == 1 and (mark := marks.get(line.number)):
            found.append(MARKS.get(mark))
        elif said in titles:
            found.append(None)
        else:
            inside = said in body
            unsure = inside and len(said) < TELLING and said not in paragraphs and pieces[line.number] > 1
            found.append(None if unsure else said in paragraphs or (inside and len(said) >= TELLING))
    return found


def kept(names: list[str]) -> list[str]:
    """The features of the first model that the second one weighs again."""
    return [name for name in names if name.startswith(KEPT)]


def unseen(texts: list[Text]) -> list[list[float]]:
    """What the first model says of each text when it has learnt from other outlets only."""
    folds = [int(hashlib.sha256(text.outlet.encode()).hexdigest(), 16) % FOLDS for text in texts]
    models = [learn([text for text, own in zip(texts, folds, strict=True) if own != fold]) for fold in range(FOLDS)]
    return [
        [sum(models[fold].get(name, 0.0) for name in names) for names in text.names]
        for text, fold in zip(texts, folds, strict=True)
    ]


def learn(texts: list[Text]) -> dict[str, float]:
    """Logistic regression with AdaGrad; a long line weighs more than a short one, a long text less than its lines."""
    counts = Counter(name for text in texts for names in text.names for name in set(names))
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= MIN_COUNT))}
    rows, answers, importance = [], [], []
    for text in texts:
        for line, names, answer in zip(text.lines, text.names, text.truth, strict=True):
            if answer is not None:
                rows.append([index[name] for name in names if name in index])
                answers.append(float(answer))
                importance.append((1 + min(line.length, 300) / 150) / math.sqrt(max(len(text.lines), 4)))
    weights = descend(rows, np.array(answers), np.array(importance), len(index))
    return {name: float(weights[i]) for name, i in index.items()}


def descend(rows: list[list[int]], answers: Any, importance: Any, size: int) -> Any:
    """The weights, as a mean over the later epochs: the last one alone depends on the order; column `size` is a pad."""
    table = np.full((len(rows), max(map(len, rows))), size, dtype=np.int32)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
    importance = importance / importance.mean()
    weights, squares, mean = np.zeros(size + 1), np.full(size + 1, 1e-2), np.zeros(size + 1)
    random = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        order = random.permutation(len(answers))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            names = table[batch]
            wrong = 1 / (1 + np.exp(-np.clip(weights[names].sum(1), -30, 30))) - answers[batch]
            slope = L2 * weights * len(batch) / BATCH
            np.add.at(slope, names.ravel(), np.repeat(wrong * importance[batch] / len(batch), names.shape[1]))
            slope[size] = 0
            squares += slope * slope
            weights -= RATE * slope / np.sqrt(squares)
        mean += weights * (epoch >= EPOCHS // 2)
    return mean / (EPOCHS - EPOCHS // 2)


def rounded(weights: dict[str, float]) -> dict[str, float]:
    """For the file."""
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= MIN_WEIGHT}


if __name__ == "__main__":
    main()
