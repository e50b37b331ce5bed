"""Raw files -> notes by the real reader and normaliser -> a scorer's figures.

    python tests/benchmarks/normalise.py DATA [--scorer FILE] [--notes FOLDER] [-- ARGUMENTS OF THE SCORER]
    python tests/benchmarks/normalise.py --speed N

The second measures N made-up articles of 500 words, as texts and as web pages.
DATA holds `raw/` and, for the scorer, `gold.jsonl`. A note has JSON as its front matter, which is YAML too. The figures
of the run itself (seeds, problems, CPU seconds, lines that are not accounted for) come first.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a file, the project need not be installed

from dateline import normalise, seeds
from dateline.config import Config
from dateline.model import Draft, Problem, Seed
from dateline.normalise import accounting
from tests.benchmarks import made_up

if TYPE_CHECKING:
    from collections.abc import Callable

SUFFIXES = {"text": "txt", "page": "html"}


def main() -> int:
    """Print the figures; the scorer's exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--speed", type=int, metavar="N", help="measure N made-up articles instead")
    parser.add_argument("--scorer", type=Path, help="called with --gold, --raw, --md")
    parser.add_argument("--gold", type=Path, help="instead of DATA/gold.jsonl")
    parser.add_argument("--notes", type=Path, help="keep the notes there")
    parser.add_argument("--files", default="", help="only those whose path matches this expression")
    parser.add_argument("--jobs", type=int, default=1)
    options, rest = parser.parse_known_args()
    if options.speed:
        speed(options.speed)
        return 0
    if not options.data:
        parser.error("DATA or --speed N")
    with tempfile.TemporaryDirectory() as folder:
        notes = options.notes or Path(folder)
        notes.mkdir(parents=True, exist_ok=True)
        run(options.data / "raw", notes, options.jobs, re.compile(options.files))
        if not options.scorer:
            return 0
        gold = options.gold or options.data / "gold.jsonl"
        call = [sys.executable, str(options.scorer), "--gold", str(gold), "--raw", str(options.data / "raw")]
        return subprocess.run(
            [*call, "--md", str(notes), *(word for word in rest if word != "--")], check=False
        ).returncode


def speed(count: int) -> None:
    """Print CPU seconds of reading and normalising, and of a page's extraction by the library alone."""
    texts = made_up.texts(count)
    pages = [made_up.page(text) for text in texts]
    words = sum(len(text.split()) for text in texts) / count
    print(f"{count} articles of {words:.0f} words")
    for name, raw in (("text", texts), ("page", pages)):
        data = [one.encode("utf-8") for one in raw]
        take(f"0.{SUFFIXES[name]}", data[0])  # what is loaded on first use is not counted
        spent = cpu(lambda: [take(f"{i}.{SUFFIXES[name]}", one) for i, one in enumerate(data)])  # noqa: B023
        print(f"{name}: {spent:.2f} CPU s, {1000 * spent / count:.2f} ms each, {count / spent:.0f} per CPU s")
    import trafilatura

    spent = cpu(lambda: [trafilatura.bare_extraction(page, include_links=True) for page in pages])
    print(f"page, the extraction library alone: {spent:.2f} CPU s, {1000 * spent / count:.2f} ms each")


def take(path: str, data: bytes) -> list[Draft]:
    """Read and normalise one file."""
    found = [seed for seed in seeds.read(path, data) if isinstance(seed, Seed)]
    return [normalise.normalise(seed, normalise.Context(language="en")) for seed in found]


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds that it takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def run(raw: Path, notes: Path, jobs: int, wanted: re.Pattern[str]) -> None:
    """Normalise the wanted files of a folder into notes."""
    began = time.process_time()
    paths, problems = seeds.listing(raw)
    found: list[Seed] = []
    paths = [path for path in paths if wanted.search(path)]
    for path in paths:
        data, failed = seeds.load(raw, path)
        problems += failed
        for item in seeds.read(path, data) if data is not None else []:
            if isinstance(item, Seed):
                found.append(item)
            else:
                problems.append(item)
    seconds = time.process_time() - began
    print(f"{len(paths)} files, {len(found)} seeds, {len(problems)} problems, {seconds:.1f} CPU s to read")
    report(problems)
    context = normalise.context(Config(), found)
    spent: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs) as pool:
        drafts = pool.map(partial(draft, context=context), found, chunksize=20)
        for number, (seed, (one, seconds)) in enumerate(zip(found, drafts, strict=True)):
            spent[seed.format] += seconds
            counts[seed.format] += 1
            lost = accounting.lost(seed, one)
            if lost:
                print(f"{seed.path}#{seed.record}: lines {lost[:5]} are not accounted for")
            (notes / f"{number:05}.md").write_text(note(seed, one), encoding="utf-8")
    for kind, seconds in spent.items():
        print(f"{kind}: {counts[kind]} in {seconds:.1f} CPU s, {1000 * seconds / counts[kind]:.1f} ms each")


def draft(seed: Seed, context: normalise.Context) -> tuple[Draft, float]:
    """The draft, and the CPU seconds that it took."""
    began = time.process_time()
    made = normalise.normalise(seed, context)
    return made, time.process_time() - began


def report(problems: list[Problem]) -> None:
    """How often each problem was met, with one example."""
    for code, count in sorted(Counter(problem.code for problem in problems).items()):
        example = next(problem for problem in problems if problem.code == code)
        print(f"  {code} {count} times, such as {example}")


def note(seed: Seed, made: Draft) -> str:
    """Front matter with the fields that are scored, then the body."""
    article = made.article
    head: dict[str, Any] = {
        "raw": seed.path,
        "record": seed.record,
        "title": article.title,
        "title_derived": article.title_derived,
        "date": str(article.date) if article.date else None,
        "date_precision": article.date.precision if article.date else None,
        "source": article.source,
        "author": list(article.author),
        "lang": article.language,
        "section": article.section,
        "dateline": article.place,
        "removed": [item.text for item in made.set_aside],
        "evidence": {field: f"{why.rule}: {why.text}" for field, why in made.evidence.items() if field != "summary"},
    }
    return f"---\n{json.dumps(head, ensure_ascii=False, indent=1)}\n---\n\n{article.body}\n"


if __name__ == "__main__":
    sys.exit(main())
