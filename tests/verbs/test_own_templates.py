"""A site's own templates: a mistake in one is said with its place, and what is published stays."""

import pytest

from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.verbs.serve import Preview
from tests.verbs.conftest import Run, article

MISTAKES = [
    (1, "{% if %}", "Expected an expression, got 'end of statement block'"),
    (2, "\n{{ nope.x }}", "'nope' is undefined"),
    (1, "{% include 'none.html' %}", "none.html"),
    (2, "{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
]


@pytest.mark.parametrize(("workers", "text", "said"), MISTAKES)
def test_a_mistake_is_said_with_its_place(site: Folder, run: Run, workers: int, text: str, said: str) -> None:
    run("build", "--site", site.root)
    home = (site.public / "index.html").read_bytes()
    site.templates.mkdir()
    (site.templates / "home.html").write_text(text, encoding="utf-8")
    ran = run("build", "--site", site.root, "--workers", workers)
    assert ran.status == 2
    assert ran.err.startswith(f"templates/home.html:{text.count(chr(10)) + 1}: F17 cannot be rendered: {said}")
    assert "Mend the template" in ran.err
    assert (site.public / "index.html").read_bytes() == home
    (site.templates / "home.html").write_text("Mended.", encoding="utf-8")
    assert run("build", "--site", site.root).status == 0


def test_a_preview_goes_on(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    preview = Preview(site, Progress(None))
    preview.rebuild()
    preview.get_ready()
    site.templates.mkdir()
    (site.templates / "article.html").write_text("{{ nope.x }}", encoding="utf-8")
    assert preview.rebuild()
    assert [(problem.path, problem.line, problem.code) for problem in preview.problems] == [
        ("templates/article.html", 1, "F17")
    ]
    path = article(site, "storm")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Edited "), "utf-8")
    preview.changed([path.resolve()])
    (site.templates / "article.html").unlink()
    assert preview.rebuild()
    assert preview.problems == ()
