"""`review`, `withdraw`, and what all verbs share."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __version__
from dateline.tagging.review import Finding
from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, article


def test_review_gives_lines_that_the_vocabulary_takes(site: Folder, run: Run) -> None:
    text = "Talks in Helsinki\n\n3 June 2021\n\nForeign Minister Jan Tamm met the press in Finland. Tamm was glad.\n"
    (site.seeds / "talks.txt").write_text(text, encoding="utf-8")
    run("build", "--site", site.root)
    ran = run("review", "--site", site.root)
    assert ran.status == 0
    assert "Names that may be one person (people.yaml): 1" in ran.out
    (paste,) = [block for block in ran.out.split("\n\n") if "may be one person" in block]
    lines = [line.removeprefix("        ") for line in paste.splitlines() if line.startswith("        ")]
    site.vocabulary.mkdir(parents=True, exist_ok=True)
    (site.vocabulary / "people.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("build", "--site", site.root).err == ""
    assert "may be one person" not in run("review", "--site", site.root).out


def test_review_says_once_what_is_asked_and_where_the_answer_goes(
    site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        Finding("surname", ("Varandi",), ("a.md",), "nobody of that surname is named in full", ("Varandi:",)),
        Finding("once", ("Varandi",), ("a.md",), "is named once in all", ("Varandi:",)),
        Finding("once", ("Ann Saar",), ("a.md",), "is named once in all", ("Ann Saar:",)),
        *(Finding("topics", (), (name,), "has no topic", ()) for name in ("a.md", "b.md")),
    ]
    monkeypatch.setattr("dateline.verbs.review.findings", lambda *_: found)
    run("build", "--site", site.root)
    out = run("review", "--site", site.root).out
    assert (out.count("  Varandi · "), out.count("  Ann Saar · ")) == (1, 1)
    assert "People who are named once (people.yaml): 1\n" in out
    topics, last = out.partition("Articles without a topic")[2].split("\n\n")
    assert topics.splitlines()[1:] == ["  content/articles/a.md", "  content/articles/b.md"]
    assert last == "The files are those of content/vocabulary/; the next build says which tags they moved.\n"


def test_review_asks_nothing_of_tags_that_are_stated(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    site.config.write_text("tagging: false\n", encoding="utf-8")
    run("build", "--site", site.root)
    assert "countries.yaml" not in run("review", "--site", site.root).out


def test_withdraw_takes_out_keeps_away_and_says_what_is_left(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm").relative_to(site.root).as_posix()
    git = ["git", "-C", str(site.root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "content", "seeds"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *command], check=True)
    assert run("withdraw", "storm", "--site", site.root).status == 2  # without a reason
    ran = run("withdraw", "storm", "--why", "asked by its author", "--site", site.root)
    assert ran.status == 0
    assert f"Withdrawn: {path}" in ran.out
    assert "  seeds/storm.txt: the raw text" in ran.out
    assert ran.out.count("  git history: ") == 3  # the article, its ledger, its seed
    ledger = (site.root / path.replace("articles/", "ledger/", 1)).with_suffix(".json").read_text(encoding="utf-8")
    assert '"withdrawn": true,\n  "why": "asked by its author"' in ledger
    for folder in (site.articles, site.public):
        for file in folder.rglob("*.*"):
            assert b"glad that the ships" not in file.read_bytes()
    assert "1 article, 1 withdrawn" in run("build", "--site", site.root).out


def test_withdraw_leaves_the_site_at_its_address(site: Folder, run: Run) -> None:
    run("build", "--site", site.root, "--base-url", "https://example.org/file")
    before = (site.public / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/file/2021/05/25/" in before
    run("withdraw", "storm", "--why", "asked by its author", "--site", site.root)
    after = (site.public / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/file/2020/03/04/" in after
    assert "2021/05/25" not in after


def test_a_folder_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--site", tmp_path / "nowhere")
    assert ran.status == 2
    assert "nowhere" in ran.err


def test_the_version_is_the_packages(run: Run) -> None:
    import tomllib

    root = Path(__file__).resolve().parents[2]
    assert __version__ == tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert __version__ in run("--version").out


@pytest.mark.parametrize("verb", [["build"], ["check"], ["review"], ["explain", "x"], ["serve"]])
def test_a_folder_that_is_no_site_is_left_as_it_is(run: Run, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    ran = run(*verb, "--site", tmp_path)
    assert ran.status == 2
    assert ran.err.endswith("or lay one out with the verb `new`.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="written for a shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_run_whose_streams_are_closed_ends_as_ever(site: Folder, closed: str) -> None:
    for words in (f"build --site '{site.root}'", "tag </dev/null"):
        command = f"'{sys.executable}' -m dateline {words} {closed}"
        ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
        assert (ran.returncode, "Traceback" in ran.stderr, "went wrong" in ran.stderr) == (0, False, False)
    assert (site.public / "index.html").exists()
