"""Nothing outside a site folder is read, nothing written outside content/, public/ and .cache/, whatever says so."""

import hashlib
import io
import json
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pytest

from dateline import ledger
from dateline.site.publishing.output import publish
from dateline.tools.folder import Folder
from tests.verbs.conftest import STORM, Run, article

SECRET = "These words stand outside the site folder and are nobody's business"  # noqa: S105  it opens nothing
OUT = [
    "../../../x",
    "..",
    "/etc/x",
    "..\\..\\x",
    "C:\\x",
    "~/x",
    "a/../../../x",
    "%2e%2e%2fx",
    "\u2025/x",
    "....//x",
    "./.git/x",
    "x\u0000y",
]
ROOMS = {"seeds", "content", "public", ".cache"}


@pytest.fixture
def outside(site: Folder) -> Path:
    """A folder beside the site with a secret in it; whatever else appears there was written where it must not be."""
    folder = site.root.parent / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "secret.md").write_text(f"---\ntitle: Secret\n---\n{SECRET}\n", encoding="utf-8")
    (folder / "secret.yaml").write_text(f"title: {SECRET}\n", encoding="utf-8")
    (folder / "secret.html").write_text(f"{SECRET} {{{{ site.title }}}}", encoding="utf-8")
    return folder


def unharmed(site: Folder, outside: Path) -> None:
    """Nothing of the secret came in, and nothing went out."""
    assert sorted(path.name for path in outside.iterdir()) == ["secret.html", "secret.md", "secret.txt", "secret.yaml"]
    assert sorted(path.name for path in site.root.parent.iterdir()) == ["outside", "site"]
    assert {path.name for path in site.root.iterdir()} <= {*ROOMS, "templates", "static"}
    for path in site.root.rglob("*"):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            assert SECRET.encode() not in data, path
            assert not path.resolve().is_relative_to(outside)
    if (site.cache / "work.sqlite").exists():
        table = sqlite3.connect(site.cache / "work.sqlite")
        assert not any(SECRET.encode() in value for (value,) in table.execute("SELECT value FROM work"))
        table.close()


def packed(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name.replace("\0", "")), STORM)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "../../outside/secret.txt")
    return out.getvalue()


def tarred(name: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(name.replace("\0", ""))
        info.size = len(STORM.encode())
        archive.addfile(info, io.BytesIO(STORM.encode()))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            link = tarfile.TarInfo("link.txt")
            link.type, link.linkname = kind, "../../outside/secret.txt"
            archive.addfile(link)
    return out.getvalue()


def test_names_of_members_and_fields_of_records(site: Folder, run: Run, outside: Path) -> None:
    for number, name in enumerate(OUT):
        (site.seeds / f"{number}.zip").write_bytes(packed(f"{name}.txt"))
        (site.seeds / f"{number}.tar").write_bytes(tarred(f"{name}.txt"))
        record = dict.fromkeys(("title", "slug", "path", "file", "id", "source", "section", "author", "seed"), name)
        text = {**record, "text": f"{STORM} {number}", "date": name, "url": f"file://{outside}/secret.txt"}
        (site.seeds / f"{number}.json").write_text(json.dumps(text), encoding="utf-8")
    assert run("build", "--site", site.root).status in (0, 1)
    assert len(list(site.articles.rglob("*.md"))) > len(OUT)
    unharmed(site, outside)


def test_names_of_seeds(site: Folder, run: Run, outside: Path) -> None:
    for name in (
        "..\\x.txt",
        "%2e%2e%2fx.txt",
        "...txt",
        "\u2025.txt",
        "CON.txt",
        "a\nb.txt",
        "-rf.txt",
        "x" * 240 + ".txt",
    ):
        (site.seeds / name).write_text(
            f"{name!r} has a headline\n\nAnd words of its own: {name!r}.\n", encoding="utf-8"
        )
    assert run("build", "--site", site.root).status in (0, 1)
    unharmed(site, outside)


def test_what_front_matter_says(site: Folder, run: Run, outside: Path) -> None:
    site.articles.mkdir(parents=True)
    for number, name in enumerate(OUT):
        shown = json.dumps(name)
        keys = "".join(
            f"{key}: {shown}\n" for key in ("slug", "seed", "place", "source", "section", "layout", "permalink")
        )
        lists = "".join(f"{key}: [{shown}]\n" for key in ("people", "countries", "topics", "author", "aliases"))
        text = (
            f"---\ntitle: {shown}\n{keys}{lists}url: file://{outside}/secret.txt\n---\n![x](../../outside/secret.txt)\n"
        )
        (site.articles / f"{number}.md").write_text(text, encoding="utf-8")
    assert run("build", "--site", site.root).status in (0, 1)
    unharmed(site, outside)


@pytest.mark.parametrize("name", OUT)
def test_what_a_ledger_says(site: Folder, run: Run, outside: Path, name: str) -> None:
    run("build", "--site", site.root)
    path = (site.ledger / article(site, "storm").relative_to(site.articles)).with_suffix(".json")
    said = json.loads(path.read_text("utf-8"))
    said |= {"address": f"{name}/", "formerly": [f"{name}/", "people/", "assets/", "2021/", "index.html"]}
    path.write_text(json.dumps(said), encoding="utf-8")
    ledger.parse(path.read_text("utf-8"))
    assert run("build", "--site", site.root).status == 0
    unharmed(site, outside)


def test_a_seed_that_front_matter_and_ledger_name(site: Folder, run: Run, outside: Path) -> None:
    """The page shows its seed as found; the name of the seed, and its digest, are what anybody may have written."""
    run("build", "--site", site.root)
    path = article(site, "storm")
    memory = (site.ledger / path.relative_to(site.articles)).with_suffix(".json")
    for name in ("../../outside/secret.txt", str(outside / "secret.txt"), "x\0y", "../content/site.yaml"):
        said = json.loads(memory.read_text("utf-8"))
        said |= {"seed": name, "sha256": hashlib.sha256(SECRET.encode()).hexdigest(), "record": None}
        memory.write_text(json.dumps(said), encoding="utf-8")
        assert run("build", "--site", site.root).status in (0, 1)
        unharmed(site, outside)


@pytest.mark.parametrize("room", ["seeds", "content", "public", ".cache", "templates", "static"])
def test_a_room_that_is_a_link(site: Folder, run: Run, outside: Path, room: str) -> None:
    target = outside.parent / "elsewhere"
    target.mkdir()
    if room == "seeds":
        for path in site.seeds.iterdir():
            path.unlink()
        site.seeds.rmdir()
    (site.root / room).symlink_to(target)
    ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert f"{room} is a link that leads out of the site folder" in ran.err
    assert list(target.iterdir()) == []
    target.rmdir()
    (site.root / room).unlink()
    unharmed(site, outside)


LINKS = {  # where a link is put -> what it leads to
    "content/site.yaml": "secret.yaml",
    "content/articles/secret.md": "secret.md",
    "content/articles/2021": "",
    "content/ledger": "",
    "content/vocabulary/people.yaml": "secret.yaml",
    "content/vocabulary": "",
    "static/secret.txt": "secret.txt",
    "static/fonts": "",
    "templates/404.html": "secret.html",
}


@pytest.mark.parametrize("place", LINKS)
@pytest.mark.parametrize(
    "verb",
    [["build"], ["check"], ["review"], ["explain", "storm"], ["withdraw", "storm", "--why", "x"]],
    ids=lambda verb: verb[0],
)
def test_a_link_inside_a_room(site: Folder, run: Run, outside: Path, place: str, verb: list[str]) -> None:
    path = site.root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside / LINKS[place])
    ran = run(*verb, "--site", site.root)
    assert ran.status == 2
    assert f"{place} is a link that leads out of the site folder" in ran.err
    assert SECRET not in ran.out + ran.err
    unharmed(site, outside)


def test_links_in_seeds_are_problems_and_the_rest_is_built(site: Folder, run: Run, outside: Path) -> None:
    (site.seeds / "link.txt").symlink_to(outside / "secret.txt")
    (site.seeds / "folder").symlink_to(outside)
    (site.seeds / "loop").symlink_to(site.seeds)
    ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert ran.err.count("S01") == 3
    assert len(list(site.articles.rglob("*.md"))) == 2
    unharmed(site, outside)


def test_links_in_the_published_folder_are_replaced_and_what_they_lead_to_is_left(tmp_path: Path) -> None:
    outside, public = tmp_path / "outside", tmp_path / "public"
    outside.mkdir()
    (outside / "a.html").write_bytes(b"one")
    publish([("a.html", b"one"), ("b/a.html", b"one"), ("c.html", b"three")], public)
    (public / "a.html").unlink()
    (public / "a.html").symlink_to(outside / "a.html")
    (public / "b/a.html").unlink()
    (public / "b").rmdir()
    (public / "b").symlink_to(outside)
    (public / "extra").symlink_to(outside)
    publish([("a.html", b"one"), ("b/a.html", b"one"), ("c.html", b"three")], public)
    assert [path for path in public.rglob("*") if path.is_symlink()] == []
    assert sorted(path.relative_to(public).as_posix() for path in public.rglob("*")) == [
        "a.html",
        "b",
        "b/a.html",
        "c.html",
    ]
    assert (public / "a.html").stat().st_ino != (outside / "a.html").stat().st_ino
    assert [(path.name, path.read_bytes()) for path in outside.iterdir()] == [("a.html", b"one")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outside", "public"]
