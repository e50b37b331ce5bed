"""Mutations of real files: whatever a file says, reading it ends in values and problems, never in a traceback.

    DATELINE_FUZZ=10000 python3 build.py test tests/test_fuzz.py

tries as many of each kind; the same number tries the same ones again.
"""

import os
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import config, ledger, normalise, seeds, vocabulary
from dateline.content.parse import parse
from dateline.content.write import render, update
from dateline.folder import shipped
from dateline.model import Seed

ROOT = Path(__file__).resolve().parent.parent
ODD = [
    "\x00",
    "\ufeff",
    "\u2028",
    "\r",
    "---\n",
    ": ",
    "'",
    '"',
    "[",
    "{",
    "&a ",
    "*a",
    "<<: ",
    "|\n",
    "!!python/object ",
    "\t",
]
ODD += [
    "💥",
    "\u202e",
    "a" * 3000,
    "<script>",
    "{{ 7 * 7 }}",
    "]]>",
    "%",
    "- ",
    "#",
    "\\",
    "9" * 30,
    "-1",
    "2021-02-30",
]


def texts(*patterns: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(ROOT.glob(pattern))]


ARTICLES = texts("content/articles/*/*.md")
LEDGERS = texts("content/ledger/*/*.json")
SETTINGS = [path.read_text(encoding="utf-8") for path in [shipped("starter") / "content/site.yaml"]]
SETTINGS.append("\n".join(line.removeprefix("# ") for line in SETTINGS[0].splitlines()))
WORDS = [
    path.read_text(encoding="utf-8") for path in sorted((shipped("starter") / "content/vocabulary").glob("*.yaml"))
]
WORDS += ["\n".join(line.removeprefix("# ") for line in text.splitlines()) for text in WORDS]
SEEDS = [path.read_bytes() for path in sorted((ROOT / "seeds").iterdir()) if path.is_file()]


@st.composite
def mutated(draw: st.DrawFn, originals: list[str]) -> str:
    """One of the originals with a few slices moved, doubled, dropped or replaced by something odd."""
    text = draw(st.sampled_from(originals))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        piece = draw(st.sampled_from(["", text[start:end] * 2, *ODD]))
        text = text[:start] + piece + text[end:]
    return text


def read_article(text: str) -> None:
    parsed = parse(text, "x.md")
    assert parsed.article or parsed.problems
    if parsed.article:
        assert update(text, parsed.article, parsed.article) == text
        again = parse(render(parsed.article), "x.md")
        assert again.article
        assert again.article.title == parsed.article.title


def read_ledger(text: str) -> None:
    with suppress(ValueError):
        ledger.parse(text)


def read_settings(text: str, folder: Path) -> None:
    path = folder / "site.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    settings_, problems = config.load(path, "content/site.yaml")
    assert settings_.language
    assert all(problem.hint for problem in problems)


def read_words(text: str, folder: Path) -> None:
    for name in ("people.yaml", "countries.yaml", "topics.yaml"):
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    _, problems = vocabulary.load(folder)
    assert all(problem.hint for problem in problems)


def read_seed(data: bytes) -> None:
    found = seeds.read("x.txt", data)
    assert found
    raw = [item for item in found if isinstance(item, Seed)]
    context = normalise.context(config.Config(), raw)
    for item in raw:
        assert normalise.normalise(item, context).article.title


MANY = int(os.environ.get("DATELINE_FUZZ", "0"))


def examples(few: int) -> settings:
    return settings(
        max_examples=MANY or few, derandomize=bool(MANY), deadline=None, suppress_health_check=list(HealthCheck)
    )


@examples(60)
@given(mutated(ARTICLES))
def test_articles(text: str) -> None:
    read_article(text)


@examples(60)
@given(mutated(LEDGERS))
def test_ledgers(text: str) -> None:
    read_ledger(text)


@examples(60)
@given(text=mutated(SETTINGS))
def test_settings(text: str, tmp_path: Path) -> None:
    read_settings(text, tmp_path)


@examples(25)
@given(text=mutated(WORDS))
def test_vocabularies(text: str, tmp_path: Path) -> None:
    read_words(text, tmp_path)


@examples(25)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=12)), max_size=5))
def test_seeds(data: bytes, changes: list[tuple[int, bytes]]) -> None:
    for at, piece in changes:
        data = data[:at] + piece + data[at + len(piece) // 2 :]
    read_seed(data)
