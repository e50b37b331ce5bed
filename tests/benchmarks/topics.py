"""Gold JSON Lines with one class each -> the class of the topic tagger's first subject, its speed, the scorer's scores.

    python tests/benchmarks/topics.py GOLD.jsonl [--scorer FILE] [--map FILE] [--part all|dev|held]

Each gold line has `id`, `text` and `topics` (its class first). `--map` says which subject stands for which class.
`--part held` takes every third document, which is not to be read while cues are written; `--part dev` the others.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import vocabulary
from dateline.tagging import Document
from dateline.tagging.topics import TopicReader
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Tag
    from dateline.vocabulary import Vocabulary

HERE = Path(__file__).parent


def main() -> None:
    """Tag, map, and hand over to the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--map", type=Path, default=HERE / "topics_map.yaml")
    parser.add_argument("--part", choices=("all", "dev", "held"), default="all")
    arguments = parser.parse_args()
    classes = yamlio.parse(arguments.map.read_text(encoding="utf-8")).value
    rows = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    rows = [row for i, row in enumerate(rows) if arguments.part == "all" or (i % 3 == 2) == (arguments.part == "held")]
    vocabulary_shipped, _ = vocabulary.load(HERE / "no-site")
    reader = TopicReader(vocabulary_shipped)
    begin = time.process_time()
    tagged = [reader.read(Document(row["id"], row["text"])) for row in rows]
    took = time.process_time() - begin
    first = [_class(tags, classes, vocabulary_shipped) for tags in tagged]
    right = sum(row["topics"][0] == found for row, found in zip(rows, first, strict=True))
    words = sum(len(row["text"].split()) for row in rows) / 400
    topics = sum(map(len, tagged)) / len(rows)
    print(
        f"{len(rows)} documents; first topic right {right / len(rows):.4f}; {topics:.1f} topics an article; "
        f"{1000 * took / words:.2f} ms per 400 words"
    )
    if arguments.scorer:
        _score(rows, first, arguments.scorer)


def _class(tags: Iterable[Tag], classes: Mapping[str, str], known: Vocabulary) -> str:
    """The class of the first topic that has one, or nothing."""
    of_subject = {subject: name for name, subject in classes.items()}
    for tag in tags:
        name = tag.name
        while known.topics[name].parent:
            name = known.topics[name].parent
        if name in of_subject:
            return of_subject[name]
    return ""


def _score(rows: Iterable[Mapping[str, object]], first: Iterable[str], scorer: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        lines = (
            json.dumps({"id": row["id"], "topics": [found] if found else []}) + "\n"
            for row, found in zip(rows, first, strict=True)
        )
        predicted.write_text("".join(lines), encoding="utf-8")
        sys.stdout.flush()
        subprocess.run([sys.executable, scorer, gold, predicted], check=True)


if __name__ == "__main__":
    main()
