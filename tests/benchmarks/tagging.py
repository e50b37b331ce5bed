"""Gold JSON Lines -> predictions of the tagger, its speed, and the scores of a scorer program.

    python tests/benchmarks/tagging.py GOLD.jsonl … [--scorer FILE] [--part dev|held] [--errors N] [--body]
        [--canonical]

Each gold line has `id` and `text`, and what the scorer needs; all lines of a file are one corpus. `--part held`
scores every third document, which is not to be read while rules are written; `--part dev` the others. What is scored
is what `dateline tag` prints: authors count as people, as in corpora for name recognition; `--body` leaves them out.
People have the fullest name of their text; `--canonical` gives the corpus's name for them, as a build does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a file, the project need not be installed

from dateline import vocabulary
from dateline.model import When
from dateline.tagging import Document, Tagger
from dateline.verbs import tagpipe


def main() -> None:
    """Tag and score each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--part", choices=("all", "dev", "held"), default="all")
    parser.add_argument("--errors", default="0")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--body", action="store_true", help="leave out who is named as an author only, as a build does")
    parser.add_argument("--canonical", action="store_true", help="name people as the corpus does, as a build does")
    arguments = parser.parse_args()
    tagger = Tagger(vocabulary.load(Path("content/vocabulary"))[0], not arguments.body)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.out or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for gold in arguments.gold:
            _one(tagger, gold, folder, arguments)


def _one(tagger: Tagger, gold: Path, folder: Path, arguments: argparse.Namespace) -> None:
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    documents = [
        Document(row["id"], row["text"], row.get("title", ""), When.parse(row["date"]) if row.get("date") else None)
        for row in rows
    ]
    begin = time.process_time()
    readings = tagger.read_all(documents)
    read = time.process_time() - begin
    decided = tagger.decide(readings)
    whole = time.process_time() - begin
    kept = [i for i in range(len(rows)) if arguments.part == "all" or (i % 3 == 2) == (arguments.part == "held")]
    predictions = folder / f"{gold.stem}.pred.jsonl"
    with predictions.open("w", encoding="utf-8") as file:
        for i in kept:
            tags = decided[i]
            row = {
                "id": rows[i]["id"],
                "persons": tagpipe.row(readings[i], tags, tagger.vocabulary, canonical=arguments.canonical)["people"],
                "countries": [tag.code for tag in tags if tag.facet == "countries"],
                "topics": [tag.code for tag in tags if tag.facet == "topics"],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    words = sum(len(row["text"].split()) for row in rows) / 400
    cost = f"{1000 * read / words:.2f} + {1000 * (whole - read) / words:.2f} ms per 400 words"
    print(f"{gold.stem}: {len(kept)} documents; {cost}")
    if arguments.scorer:
        subset = folder / f"{gold.stem}.gold.jsonl"
        subset.write_text("".join(json.dumps(rows[i]) + "\n" for i in kept), encoding="utf-8")
        sys.stdout.flush()
        command = [sys.executable, arguments.scorer, subset, predictions, "--errors", arguments.errors]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
