"""Each verb, as a person runs it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline import __version__
from dateline.folder import Folder
from tests.verbs.conftest import Ran, Run, article


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_makes_content_and_site(site: Folder, run: Run) -> None:
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err) == (0, "")
    assert "2 articles, 2 new." in ran.out
    assert str(site.public / "index.html") in ran.out
    head = article(site, "storm").read_text(encoding="utf-8")
    assert "title: Port of Pärnu opens after the storm\ndate: 2021-05-25\nplace: Pärnu\n" in head
    assert "people: [Liis Kask, Jaan Tamm]\n" in head or "people: [Jaan Tamm, Liis Kask]\n" in head
    assert "seed: storm.txt\n" in head
    page = (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").read_text(encoding="utf-8")
    assert "glad that the ships can sail" in page


def test_a_verb_is_not_needed(site: Folder, run: Run) -> None:
    assert run("--site", site.root).status == 0
    assert (site.public / "index.html").exists()


def test_a_second_build_writes_no_file(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = snapshot(site.root)
    ran = run("build", "--site", site.root)
    assert "nothing had to be written" in ran.out
    assert snapshot(site.root) == before


def test_two_folders_give_equal_bytes(site: Folder, run: Run, tmp_path: Path) -> None:
    other = Folder(tmp_path / "elsewhere" / "another name")
    other.seeds.mkdir(parents=True)
    for path in sorted(site.seeds.iterdir(), reverse=True):
        (other.seeds / path.name).write_bytes(path.read_bytes())
    for folder in (site, other):
        assert run("build", "--site", folder.root).status == 0
    for room in ("content", "public"):
        mine, theirs = snapshot(site.root / room), snapshot(other.root / room)
        assert {name: data for name, (data, _) in mine.items()} == {name: data for name, (data, _) in theirs.items()}


def test_an_edit_reaches_the_site_and_stays(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("title: Port of Pärnu opens after the storm", "title: Pärnu is open"), encoding="utf-8"
    )
    run("build", "--site", site.root)
    page = site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html"
    assert "Pärnu is open" in page.read_text(encoding="utf-8")  # at the address that it had
    assert "title: Pärnu is open\n" in path.read_text(encoding="utf-8")


def test_a_new_slug_leaves_a_redirect_behind(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.write_text(path.read_text(encoding="utf-8").replace("seed:", "slug: storm\nseed:"), encoding="utf-8")
    assert run("build", "--site", site.root).status == 0
    assert (site.public / "2021/05/25/storm/index.html").exists()
    old = (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' in old
    assert "storm/" in old


def test_a_deleted_article_is_withdrawn(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    article(site, "storm").unlink()
    ran = run("build", "--site", site.root)
    assert "1 article, 1 withdrawn" in ran.out
    assert not (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm").exists()
    assert "1 article, 1 withdrawn" in run("build", "--site", site.root).out


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


def test_a_changed_vocabulary_says_which_tags_it_moved(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    site.vocabulary.mkdir(parents=True, exist_ok=True)
    text = "Harbour Pilots:\n  also: [reporters, builders]\nJaan Tamm:\n  also: [Tamm]\n"
    (site.vocabulary / "people.yaml").write_text(text, encoding="utf-8")
    assert "Tags of earlier articles: +2 −0: Harbour Pilots +2." in run("build", "--site", site.root).out
    (site.vocabulary / "people.yaml").unlink()
    assert "Tags of earlier articles: +0 −2: Harbour Pilots −2." in run("build", "--site", site.root).out


def test_check_is_content_with_a_good_corpus_and_writes_nothing(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = snapshot(site.root)
    ran = run("check", "--site", site.root)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "0 errors, 0 warnings, 0 notes")
    assert snapshot(site.root) == before


def test_check_names_the_place_the_code_and_the_remedy(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_text(encoding="utf-8").replace("countries: [", "countries: [Estland, ")
    path.write_text(text.replace("title:", "titel: A\ntitle:"), encoding="utf-8")
    ran = run("check", "--site", site.root)
    shown = path.relative_to(site.root).as_posix()
    line = text.splitlines().index(next(row for row in text.splitlines() if row.startswith("countries"))) + 2
    assert ran.status == 1
    assert f"{shown}:2: C05 warning: unknown key 'titel'\n    Did you mean 'title'? It is kept as it is.\n" in ran.out
    assert f"{shown}:{line}: T12 warning: unknown country 'Estland'\n" in ran.out
    assert ran.out.splitlines()[-1] == "0 errors, 2 warnings, 0 notes"


def test_a_folder_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--site", tmp_path / "nowhere")
    assert ran.status == 2
    assert "nowhere" in ran.err


def test_explain_says_line_phrase_and_rule(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.write_text(path.read_text(encoding="utf-8").replace("place: Pärnu", "place: Riga"), encoding="utf-8")
    ran = run("explain", "storm", "--site", site.root)
    assert ran.status == 0
    assert "seeds/storm.txt:3 “25 May 2021”  by date.line" in ran.out
    assert "place         Riga\n                a person set it" in ran.out
    assert "Jaan Tamm" in ran.out
    assert "“Finland” by countries.name, 1×: text:3" in ran.out
    assert "seeds/storm.txt:3  25 May 2021  — date" in ran.out


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ("seeds/storm.txt", 0),
        ("2021/05/25/port-of-parnu-opens-after-the-storm/", 0),
        ("Pärnu", 0),
        ("nothing like it", 2),
        ("20", 2),  # both
    ],
)
def test_explain_finds_an_article_by_what_a_person_has_at_hand(
    site: Folder, run: Run, wanted: str, status: int
) -> None:
    run("build", "--site", site.root)
    assert run("explain", wanted, "--site", site.root).status == status


def test_new_lays_out_a_folder_that_builds(run: Run, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "mine")
    ran = run("new", folder.root, "--title", "Ann's: a file")
    assert ran.status == 0
    assert sorted(path.relative_to(folder.root).as_posix() for path in folder.root.rglob("*") if path.is_file()) == [
        ".github/workflows/pages.yml",
        ".gitignore",
        "content/site.yaml",
        "content/vocabulary/countries.yaml",
        "content/vocabulary/people.yaml",
        "content/vocabulary/topics.yaml",
        "seeds/.gitkeep",
    ]
    workflow = (folder.root / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(workflow)["jobs"].keys() == {"build", "deploy"}
    assert f"dateline=={__version__}" in workflow
    assert run("build", "--site", folder.root).status == 0
    assert "Ann&#39;s: a file" in (folder.public / "index.html").read_text(encoding="utf-8")
    ran = run("check", "--site", folder.root)
    assert (ran.status, "S91" in ran.out) == (0, True)


def test_new_leaves_what_is_there_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "content/site.yaml"
    path.parent.mkdir()
    path.write_text("title: Mine\n", encoding="utf-8")
    run("new", tmp_path)
    assert path.read_text(encoding="utf-8") == "title: Mine\n"


def tag(run: Run, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Ran:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    return run("tag")


def test_tag_reads_and_writes_json_lines_and_one_call_is_one_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first: dict[str, Any] = {"id": "1", "text": "Latvian President Anna Ozola met the builders in Poland."}
    second: dict[str, Any] = {
        "id": 2,
        "text": "President Ozola will return on Friday.",
        "title": "A visit",
        "date": "2020-03-04",
    }
    ran = tag(run, monkeypatch, json.dumps(first), "", json.dumps(second))
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in rows] == ["1", "2"]
    assert [row["people"] for row in rows] == [["Anna Ozola"], ["Ozola"]]
    assert rows[1]["identities"] == {"Ozola": "Anna Ozola"}
    assert {"code": "PL", "name": "Poland"} in rows[0]["countries"]
    for row, source in zip(rows, (first, second), strict=True):
        for mention in row["mentions"]:
            text = source["title" if mention["part"] == "title" else "text"]
            assert text[mention["start"] : mention["end"]] == mention["text"]
            assert mention["rule"]


def test_tag_says_which_line_it_cannot_read_and_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = tag(
        run, monkeypatch, "{", '{"id": "2"}', '{"id": "3", "text": "x", "date": "May"}', '{"id": "4", "text": "x"}'
    )
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["4"]
    assert ran.status == 1
    assert [line.split()[1] for line in ran.err.splitlines() if line.startswith("-:")] == ["T01", "T02", "T03"]


def test_the_version_is_the_packages(run: Run) -> None:
    import tomllib

    root = Path(__file__).resolve().parents[2]
    assert __version__ == tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert __version__ in run("--version").out
