"""The same corpus makes the same bytes, wherever, whenever and in whatever order it is read.

Each build is a process of its own; where DATELINE_PYTHONS lists other interpreters (with the packages installed,
separated by the system's path separator), each of them builds too.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.safety import hostile_corpus
from tests.safety.killing import ROOT, snapshot

ARTICLES = 15
# Before the program starts: a locale, folders listed in another order, a clock that stands elsewhere.
START = """
import locale, os, random, sys
for name in filter(None, [os.environ.get("TRY_LOCALE")]):
    try: locale.setlocale(locale.LC_ALL, name)
    except locale.Error: print("no locale", name, file=sys.stderr)
if os.environ.get("TRY_ORDER"):
    chance, scandir, listdir = random.Random(int(os.environ["TRY_ORDER"])), os.scandir, os.listdir
    class Shuffled:
        def __init__(self, entries): self.left = entries
        def __iter__(self): return self
        def __next__(self):
            if not self.left: raise StopIteration
            return self.left.pop()
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def close(self): pass
    def shuffled(path="."):
        with scandir(path) as found: entries = list(found)
        chance.shuffle(entries); return Shuffled(entries)
    def listed(path="."):
        names = listdir(path); chance.shuffle(names); return names
    os.scandir, os.listdir = shuffled, listed
if os.environ.get("TRY_TIME"):
    import time; time.time = lambda: float(os.environ["TRY_TIME"])
from dateline.program import main
sys.exit(main(sys.argv[1:]))
"""


@dataclass(frozen=True)
class Way:
    """One way to run a build."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "site"
    arguments: tuple[str, ...] = ()
    python: str = sys.executable


WAYS = [
    Way("folder and order", {"TRY_ORDER": "1", "PYTHONHASHSEED": "1"}, "a longer/ünd deeper/place with spaces"),
    Way(
        "zone, clock and locale",
        {"TZ": "Pacific/Kiritimati", "TRY_TIME": "4102444800", "LC_ALL": "tr_TR.UTF-8", "TRY_LOCALE": "tr_TR.UTF-8",
         "PYTHONHASHSEED": "4242", "TRY_ORDER": "2"},
    ),
    Way("C locale", {"TZ": "America/St_Johns", "LC_ALL": "C"}),
    Way("one worker", {"TRY_ORDER": "3"}, arguments=("--workers", "1")),
    Way("three workers", {"PYTHONHASHSEED": "77"}, arguments=("--workers", "3")),
]  # fmt: skip
WAYS += [Way(path, python=path) for path in filter(None, os.environ.get("DATELINE_PYTHONS", "").split(os.pathsep))]


def build(corpus: Path, way: Way, top: Path) -> dict[str, bytes]:
    folder = top / way.folder
    shutil.copytree(corpus, folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    environment |= {"PYTHONHASHSEED": "0", **way.environment, "PYTHONPATH": str(ROOT)}
    command = [way.python, "-c", START, "build", "--site", str(folder), *way.arguments]
    done = subprocess.run(command, cwd=top, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return snapshot(folder)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hostile articles, the repository's seeds, and copies of them that share titles, days and names."""
    folder = tmp_path_factory.mktemp("corpus") / "corpus"
    hostile_corpus.write(folder, ARTICLES)
    for path in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(path, folder / "seeds" / path.name)
        (folder / "seeds" / f"again {path.name}").write_bytes(path.read_bytes() + b"\nOne more line.\n")
    return folder


@pytest.fixture(scope="module")
def plain(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(corpus, Way("plain"), tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_equal_bytes(corpus: Path, plain: dict[str, bytes], way: Way, tmp_path: Path) -> None:
    found = build(corpus, way, tmp_path)
    assert len(plain) > 100
    assert sorted(found) == sorted(plain)
    assert [path for path in plain if found[path] != plain[path]] == []
