"""Mutations of real files of every format: whatever a file says, reading it ends in values and problems.

    python -m tests.hostile.fuzzing --cases 10000 [--kind csv] [--seed 1]     as many of each kind; faults are printed
    python -m tests.hostile.fuzzing --kind csv --seed 1 --from 4711 --cases 1  one of them again

A fault is an exception, five seconds of processor time, or half a gigabyte of memory for one file. A case is a
function of its kind, the seed and its number. The test suite tries a few of each.
"""

from __future__ import annotations

import argparse
import io
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import cli, config, corpus, ledger, normalise, program, quotes, seeds, tagging, vocabulary
from dateline.content.parse import parse
from dateline.content.write import render, update
from dateline.model import Seed
from dateline.plaintext import mask
from dateline.workers import collector
from tests.hostile import real_files
from tests.hostile.mutations import SITE, case, site_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW = 5.0  # seconds of processor time for one file
LARGE = 500_000  # kilobytes of memory that one file may add to the most that was ever needed


class SlowError(Exception):
    """A file took longer than it may."""


class Target:
    """What is done with a file of each kind, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words = vocabulary.load(folder / "none")[0]
        self.tagger = tagging.Tagger(self.words)
        self.cases = 0

    def reader(self, kind: str) -> Callable[[bytes], None]:
        own = {"article": self.article, "ledger": self.ledger, "settings": self.settings, "vocabulary": self.vocabulary}
        return own.get(kind) or (lambda data: self.seed(f"x.{kind}", data))

    def seed(self, path: str, data: bytes) -> None:
        """Read and normalised; every tenth is tagged and searched for quotes too."""
        found = seeds.read(path, data)
        assert found, "neither a seed nor a problem"
        assert all(item.hint for item in found if not isinstance(item, Seed)), "a problem without a hint"
        raw = [item for item in found if isinstance(item, Seed)]
        context = normalise.context(config.Config(), raw)
        self.cases += 1
        for item in raw:
            article = normalise.normalise(item, context).article
            assert article.title, "no title"
            assert parse(render(article), "x.md").article, "what is written cannot be read"
            if self.cases % 10 == 0:
                text = mask(article.body)
                reading = self.tagger.read(tagging.Document("x", text, article.title, article.date))
                mentions = [
                    m for tag in self.tagger.decide([reading])[0] for m in tag.mentions if tag.facet == "people"
                ]
                quotes.read(text, mentions, article.language or "en")

    def article(self, data: bytes) -> None:
        with suppress(UnicodeDecodeError):  # said before it comes to parsing
            text = data.decode("utf-8")
            parsed = parse(text, "x.md")
            assert parsed.article or parsed.problems
            if parsed.article:
                assert update(text, parsed.article, parsed.article) == text
                again = parse(render(parsed.article), "x.md")
                assert again.article
                assert again.article.title == parsed.article.title

    def ledger(self, data: bytes) -> None:
        with suppress(ValueError):
            ledger.parse(data.decode("utf-8"))

    def settings(self, data: bytes) -> None:
        path = self.folder / "site.yaml"
        path.write_bytes(data)
        found, problems = config.load(path, "content/site.yaml")
        assert found.language
        assert all(problem.hint for problem in problems)

    def vocabulary(self, data: bytes) -> None:
        for name in ("people.yaml", "countries.yaml", "topics.yaml"):
            (self.folder / name).write_bytes(data)
        _, problems = vocabulary.load(self.folder)
        assert all(problem.hint for problem in problems)


def build_site(files: dict[str, dict[str, bytes]], folder: Path) -> None:
    """Content files of every kind built as one site: the program ends with a status of its own, and no crash. With
    settings or a vocabulary that cannot be read it makes nothing; then the rest is built without them."""
    for name, data in {**files["articles"], **files["others"]}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    told = (config.load(folder / "content/site.yaml", "x"), vocabulary.load(folder / "content/vocabulary"))
    if any(problem.code in corpus.STOPS for _, problems in told for problem in problems):
        assert program.main(["build", "--site", str(folder)]) == cli.UNUSABLE
        assert not (folder / "public").exists()
        for name in files["others"]:
            (folder / "content" / name).unlink()
    status = program.main(["build", "--site", str(folder)])
    shutil.rmtree(folder)
    assert status in (cli.OK, cli.PROBLEMS), f"exit status {status}"


def _alarm(*_: object) -> None:
    raise SlowError


def attempt(work: Callable[[], object]) -> str:
    """Do it; what went wrong, or nothing."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    before = signal.signal(signal.SIGVTALRM, _alarm)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    try:
        with collector.paused():  # a look through all that the tests before have left takes seconds
            work()
    except SlowError:
        return f"more than {SLOW:.0f} s\n{traceback.format_exc()}"
    except Exception:
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if time.process_time() - started > SLOW:
        return f"{time.process_time() - started:.1f} s"
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    return f"{more / 1000:.0f} MB more" if more > LARGE else ""


def faults(kind: str, cases: range, seed: int) -> Iterator[tuple[int, str]]:
    """The number of each case that goes wrong, and how. Of `site`, a case is a folder of many files."""
    originals = {**real_files.seeds(), **real_files.content()}
    with tempfile.TemporaryDirectory() as name:
        target = Target(Path(name))
        read = target.reader(kind)
        for number in cases:
            if kind == "site":
                files = site_case(originals, seed, number)
                wrong = attempt_quietly(lambda files=files: build_site(files, Path(name) / "site"))  # type: ignore[misc]
            else:
                data = case(kind, originals[kind], seed, number)
                wrong = attempt(lambda data=data: read(data))  # type: ignore[misc]
            if wrong:
                yield number, wrong


def attempt_quietly(work: Callable[[], object]) -> str:
    """The same without a limit of time and without what the program says, unless it went wrong."""
    said, before = io.StringIO(), (sys.stdout, sys.stderr)
    sys.stdout = sys.stderr = said
    try:
        work()
    except Exception:
        return said.getvalue()[-2000:] + traceback.format_exc()
    finally:
        sys.stdout, sys.stderr = before
    return ""


KINDS = (*real_files.seeds(), *real_files.content(), "site")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    total = 0
    for kind in [arguments.kind] if arguments.kind else KINDS:
        cases = arguments.cases // SITE or 1 if kind == "site" and not arguments.kind else arguments.cases
        wrong, started = 0, time.process_time()
        for number, how in faults(kind, range(arguments.first, arguments.first + cases), arguments.seed):
            wrong += 1
            print(f"--kind {kind} --seed {arguments.seed} --from {number} --cases 1\n{how}", flush=True)
        took, memory = time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{kind}: {cases} cases, {wrong} faults, {took:.0f} s, peak {memory / 1000:.0f} MB", flush=True)
        total += wrong
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
