"""Broken and hostile files -> what the program makes of each: a problem with a hint, or the article that is in it.

    python -m tests.hostile.bad_inputs [--large] [--keep FOLDER]

The files are made here. The program runs over all of them at once, in a process of its own with bounds on time and
memory, and one line is printed for each file. `--large` adds files of many megabytes. Run it as a user who is not root,
or what may not be read is read.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from dateline.content.parse import parse
from tests.hostile.bad_files import CASES, Case, make

SECONDS = 300  # of CPU time, for all of them
MEMORY = 2_000_000_000  # bytes of address space: a bomb that goes off ends the run
RESIDENT = 500_000_000  # bytes at most, measured
# A process is charged with the memory of the one that it was forked from, which may be a large test run: hence a small
# one in between, which leaves what its own child took at most.
MEASURED = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(done.returncode if done.returncode >= 0 else 99)
"""
PROBLEM = re.compile(r"(?P<path>\S.*?)(?::\d+)?: (?P<code>[A-Z]\d\d) (?:(?:warning|note): )?(?P<message>.*)")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run over the whole pile left behind."""

    status: int
    resident: int  # bytes, the most of either verb
    said: str  # all that it printed
    codes: dict[str, list[str]]  # path of a seed -> the codes of its problems
    hintless: tuple[str, ...]  # problems that do not say what to do
    articles: dict[str, list[tuple[str, str, str]]]  # path of a seed -> title, date and body of what was made of it


def run(root: Path) -> Ran:
    """Build and check the site folder `root`."""
    outputs = [_verb(root, "build"), _verb(root, "check")]
    codes: dict[str, list[str]] = defaultdict(list)
    hintless = []
    lines = outputs[1].stdout.splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if match := PROBLEM.fullmatch(line):
            codes[match["path"].removeprefix("seeds/")].append(match["code"])
            hintless += [] if after.startswith("    ") else [line]
    articles: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in sorted((root / "content/articles").rglob("*.md")):
        parsed = parse(path.read_text(encoding="utf-8"), path.name)
        article = parsed.article
        assert article is not None, path
        articles[article.seed].append((article.title, str(article.date or ""), article.body))
    said = "".join(output.stdout + output.stderr for output in outputs)
    resident = max(int((root / f"{verb}.kilobytes").read_text()) for verb in ("build", "check")) * 1024
    status = max(output.returncode if output.returncode >= 0 else 99 for output in outputs)
    return Ran(status, resident, said, dict(codes), tuple(hintless), dict(articles))


def _verb(root: Path, verb: str) -> subprocess.CompletedProcess[str]:
    def bounds() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return subprocess.run(
        [
            *(sys.executable, "-c", MEASURED, str(root / f"{verb}.kilobytes")),
            *(sys.executable, "-m", "dateline", verb, "--site", str(root)),
        ],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1735689600", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        errors="backslashreplace",
        check=False,
        timeout=4 * SECONDS,
        preexec_fn=bounds,
    )


def faults(case: Case, ran: Ran) -> list[str]:
    """What is not as expected of one file."""
    found = []
    codes = Counter(code for code in ran.codes.get(case.shown, []) if code not in ("S15", "S63"))
    expected = Counter(case.codes)
    if codes != expected:
        found.append(f"problems {sorted(codes.elements())} instead of {sorted(expected.elements())}")
    made = ran.articles.get(case.shown, [])
    if len(made) != case.articles:
        found.append(f"{len(made)} articles instead of {case.articles}")
    if case.title and case.title not in [title for title, _, _ in made]:
        found.append(f"titles {[title for title, _, _ in made]} without {case.title!r}")
    if made and case.date is not None and case.date != made[0][1]:
        found.append(f"date {made[0][1]!r} instead of {case.date!r}")
    bodies = "\n".join(body for _, _, body in made)
    found += [f"{words!r} is lost" for words in case.has if words not in bodies]
    found += [f"{words!r} came through" for words in case.lacks if words in bodies]
    return found


def general_faults(ran: Ran) -> list[str]:
    """What is wrong with the run as a whole."""
    found = [f"without a hint: {line}" for line in ran.hintless]
    if ran.status not in (0, 1):
        found.append(f"it ended with {ran.status}:\n{ran.said[-2000:]}")
    if "Traceback" in ran.said or "went wrong" in ran.said:
        found.append("it crashed")
    if ran.resident > RESIDENT:
        found.append(f"it took {ran.resident / 1e6:.0f} MB")
    return found


def open_again(root: Path) -> None:
    """So that whoever made the folder can take it away."""
    if (closed := root / "seeds/places/closed").exists():
        closed.chmod(0o700)


def main() -> int:
    """Make the files, run the program, print a line for each; 1 where anything is not as expected."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="files of many megabytes too")
    parser.add_argument("--keep", type=Path, help="make the site folder here, and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = options.keep or Path(folder)
        cases = [case for case in CASES if options.large or not case.large]
        cases = make(root / "seeds", cases)
        ran = run(root)
        bad = 0
        for case in cases:
            wrong = faults(case, ran)
            bad += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '}  {case.shown!r:60.60}  {case.about}")
            for line in wrong:
                print(f"      {line}")
        general = general_faults(ran)
        print("\n".join(general))
        print(f"{len(cases)} files, {bad} not as expected, {ran.resident / 1e6:.0f} MB")
        open_again(root)
    return 1 if bad or general else 0


if __name__ == "__main__":
    sys.exit(main())
