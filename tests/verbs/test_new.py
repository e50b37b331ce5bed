"""`new`: a folder that builds, and nothing that is there is touched."""

import subprocess
from pathlib import Path

import pytest
import yaml

from dateline.tools import repository
from dateline.tools.folder import Folder
from dateline.tools.wording import command
from tests.verbs.conftest import Run


def test_new_lays_out_a_folder_that_builds(run: Run, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "mine")
    ran = run("new", folder.root, "--title", "Ann's: a file")
    assert ran.status == 0
    assert sorted(path.relative_to(folder.root).as_posix() for path in folder.root.rglob("*") if path.is_file()) == [
        ".gitattributes",
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
    assert ("WHERE" in workflow) == ("where Dateline is to be had" in ran.out)
    assert f"dateline serve --site {folder.root} --open\n" in ran.out
    assert run("build", "--site", folder.root).status == 0
    assert "Ann&#39;s: a file" in (folder.public / "index.html").read_text(encoding="utf-8")
    ran = run("check", "--site", folder.root)
    assert (ran.status, "S91" in ran.out) == (0, True)


def test_git_leaves_raw_articles_as_they_are(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path)
    raw = b"A storm\r\n\r\nIt passed.\r\n"
    (tmp_path / "seeds/storm.txt").write_bytes(raw)
    git = ["git", "-C", str(tmp_path), "-c", "core.autocrlf=true"]  # as Git for Windows is installed
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "seeds/storm.txt"], check=True)
    assert subprocess.run([*git, "show", ":seeds/storm.txt"], check=True, capture_output=True).stdout == raw


def test_new_leaves_what_is_there_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "content/site.yaml"
    path.parent.mkdir()
    path.write_text("title: Mine\n", encoding="utf-8")
    run("new", tmp_path)
    assert path.read_text(encoding="utf-8") == "title: Mine\n"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/own/dateline.git", "dateline[all] @ git+https://example.org/own/dateline.git@c0ffee"),
        ("https://me:secret@example.org/dateline", "dateline[all] @ git+https://example.org/dateline@c0ffee"),
        ("git@example.org:own/dateline.git", "dateline[all] @ git+https://example.org/own/dateline.git@c0ffee"),
        ("/home/me/dateline", ""),
        ("file:///home/me/dateline", ""),
    ],
)
def test_where_a_workflow_elsewhere_gets_dateline_from(
    monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path, address: str, found: str
) -> None:
    git = {"remote": [address], "rev-parse": ["c0ffee"], "branch": ["  origin/main"]}
    monkeypatch.setattr(repository, "asked", lambda _, verb, *__: git[verb])
    ran = run("new", tmp_path)
    workflow = (tmp_path / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert f'pip install "{found or "dateline[all] @ git+https://WHERE/YOU/HAVE/DATELINE/FROM@COMMIT"}"' in workflow
    assert ("where Dateline is to be had" in ran.out) == (not found)


def test_what_to_type_is_what_works_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "my site"
    monkeypatch.setattr("sys.argv", ["/usr/bin/dateline"])
    assert command("build", tmp_path) == "dateline build"
    assert command("serve", site, "--open") == f"dateline serve --site '{site}' --open"
    monkeypatch.setattr("sys.argv", [str(tmp_path / "build.py")])
    assert command("build", tmp_path) == "python3 build.py build"
    monkeypatch.setattr("sys.argv", ["/opt/date line/build.py"])
    assert command("build", tmp_path) == "python3 '/opt/date line/build.py' build"
