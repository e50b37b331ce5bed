"""Files that nothing reads are said, with the name that was meant; what may lie there is not."""

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import Run

KNOWN = ["content/site.yaml", "content/vocabulary/people.yaml", "content/articles/own.md"]
HEAD = "---\ntitle: Own\ndate: 2021-05-25\n---\n\nA text.\n"


def lay(site: Folder, *names: str) -> None:
    for name in names:
        path = site.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD if path.suffix == ".md" and "articles" in name else "", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        ("content/site.yml", "F24", "site.yaml"),
        ("content/topics.yaml", "F24", "content/vocabulary/topics.yaml"),
        ("content/artciles/a.md", "F24", "content/articles/"),
        ("content/vocabulary/people.yml", "V22", "people.yaml"),
        ("content/vocabulary/poeple.yaml", "V22", "people.yaml"),
        ("content/vocabulary/mine.yaml", "V22", "people.yaml, countries.yaml and topics.yaml"),
        ("content/articles/X.MD", "C28", "X.md"),
        ("content/articles/2021/x.markdown", "C28", "x.md"),
        ("content/articles/notes.txt", "C28", "seeds/"),
        ("templates/base.html", "F25", "overrides"),
        ("templates/articles.html", "F25", "article.html"),
    ],
)
def test_a_file_that_nothing_reads_is_a_warning(site: Folder, run: Run, name: str, code: str, meant: str) -> None:
    lay(site, *KNOWN, name)
    ran = run("check", "--site", site.root)
    said = name.rpartition("/")[0] if "artciles" in name else name
    assert f"{said}: {code} warning: " in ran.out
    assert meant in ran.out.partition(f"{code} warning: ")[2].split("\n")[1]
    assert ran.out.endswith(" 1 warning, 0 notes\n")


def test_what_may_lie_there_is_not_said(site: Folder, run: Run) -> None:
    content = ["README.md", "vocabulary/README.md", "vocabulary/people.yaml~", "articles/map.png", "articles/own.md~"]
    editors = ["articles/.x.txt.swp", "articles/#own.md#", "articles/own.txt.bak"]
    lay(site, *KNOWN, *(f"content/{name}" for name in content + editors), "templates/mine.html")
    (site.templates / "moved.html").write_text("{% include 'mine.html' %}", encoding="utf-8")
    assert run("build", "--site", site.root).err == ""
    (site.content / "artciles").mkdir()  # an empty folder, of which no build sees that it comes or goes
    assert run("check", "--site", site.root).out.endswith("0 errors, 0 warnings, 0 notes\n")
    lay(site, "content/vocabulary/people.yml")
    assert "content/vocabulary/people.yml: V22 warning: is not read\n" in run("build", "--site", site.root).err
