"""`check`: every problem with its place, code and remedy, and what only it says of dates and of twins."""

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import STORM, Run, article, snapshot


def test_a_date_with_two_readings_is_named_with_both(site: Folder, run: Run) -> None:
    text = (
        "Harbour closes\n\n03/04/2021\n\nThe council closed the harbour for a month on Monday, to look at its wall.\n"
    )
    (site.seeds / "harbour.txt").write_text(text, encoding="utf-8")
    run("build", "--site", site.root)
    ran = run("check", "--site", site.root)
    assert "C25 note: dated 2021, because '03/04/2021' may be 2021-04-03 or 2021-03-04" in ran.out
    site.config.write_text("date_order: mdy\n", encoding="utf-8")
    run("build", "--site", site.root)
    assert "C25" not in run("check", "--site", site.root).out
    assert "date: 2021-03-04\n" in article(site, "harbour").read_text(encoding="utf-8")


def test_one_article_in_two_files_is_named_until_one_is_set_aside(site: Folder, run: Run) -> None:
    (site.seeds / "again.txt").write_text(
        STORM.replace(" – ", " - ").replace('"', "”") + "\nShare this\n", encoding="utf-8"
    )
    ran = run("build", "--site", site.root)
    assert ran.err == ""
    assert f"may deserve a look: 1, printed by\n  dateline check --site {site.root}\n" in ran.out
    checked = run("check", "--site", site.root)
    assert checked.status == 0
    assert checked.out.count("C26 note: says the same as content/articles/") == 1
    (site.root / checked.out.partition(":")[0]).unlink()
    run("build", "--site", site.root)
    assert "C26" not in run("check", "--site", site.root).out


def test_what_is_not_said_of_rights_is_one_note_for_all_outlets(site: Folder, run: Run) -> None:
    site.config.parent.mkdir(exist_ok=True)
    site.config.write_text("rights: full\nsources:\n  - name: Ven Post\n    rights: link\n", encoding="utf-8")
    for source, number in (("Lund News", 2), ("Malmö Times", 1), ("Ven Post", 1)):
        for i in range(number):
            head = f"---\ntitle: The wall of {source} {i}\nsource: {source}\ndate: 2021-05-25\n---\n"
            path = site.seeds / f"{source} {i}.md"
            path.write_text(f"{head}\nThe harbour of {source} is shut for {i + 2} days.\n", encoding="utf-8")
    run("build", "--site", site.root)
    said = run("check", "--site", site.root).out
    assert said.count(" F15 ") == 1
    assert "F15 note: says nothing of the rights in 3 articles of 'Lund News', 'Malmö Times'\n" in said


def test_outlets_that_may_stand_under_two_names_are_told_with_the_lines_to_write(site: Folder, run: Run) -> None:
    names = ("The Lund News", "Lund News", "lundnews.co.uk", "Malmö Times", "malmo-times.example", "a.lund.example",
             "b.lund.example", "Ven", "Sea: news", "Sea News")  # fmt: skip
    for number, source in enumerate(names):
        head = f"---\ntitle: The wall of number {number}\nsource: '{source}'\ndate: 2021-05-25\n---\n"
        (site.seeds / f"{number}.md").write_text(f"{head}\nThe harbour is shut for {number} days.\n", encoding="utf-8")
    run("build", "--site", site.root)
    said = run("check", "--site", site.root).out
    assert said.count(" F26 ") == 3
    assert "names: 'Malmö Times', 'malmo-times.example'" in said
    assert "`- name: Lund News` and `also: [The Lund News, lundnews.co.uk]`" in said
    assert '`- name: Sea News` and `also: ["Sea: news"]`' in said
    site.config.parent.mkdir(exist_ok=True)
    site.config.write_text(
        "sources:\n  - name: Lund News\n    also: [The Lund News, lundnews.co.uk]\n", encoding="utf-8"
    )
    run("build", "--site", site.root)
    assert run("check", "--site", site.root).out.count(" F26 ") == 2


def test_check_is_content_with_a_good_corpus_and_writes_nothing(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = snapshot(site.root)
    ran = run("check", "--site", site.root)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "0 errors, 0 warnings, 0 notes")
    assert snapshot(site.root) == before


@pytest.mark.parametrize(
    ("slug", "becomes", "kind"),
    [
        ("people/jaan", "2021/05/25/jaan/", "warning"),
        ("'..'", "2021/05/25/article/", "warning"),
        ("Ice_report", "2021/05/25/ice-report/", "note"),
        ("essays/On Ice", "essays/on-ice/", "note"),
        ("essays/on-ice", "", ""),
        ("storm", "", ""),
    ],
)
def test_a_slug_that_becomes_another_is_said(site: Folder, run: Run, slug: str, becomes: str, kind: str) -> None:
    site.articles.mkdir(parents=True)
    head = f"---\ntitle: Ice\ndate: 2021-05-25\nslug: {slug}\n---\n\nThe ice was thin.\n"
    (site.articles / "ice.md").write_text(head, encoding="utf-8")
    ran = run("check", "--site", site.root)
    assert ("C29" in ran.out) is bool(kind)
    if kind:
        words = slug.strip("'")
        assert f"content/articles/ice.md:4: C29 {kind}: 'slug' is '{words}', which becomes {becomes}\n" in ran.out


def test_check_says_by_which_name_a_tag_goes(site: Folder, run: Run) -> None:
    site.articles.mkdir(parents=True)
    vocabulary = site.content / "vocabulary"
    vocabulary.mkdir()
    (vocabulary / "people.yaml").write_text("Ann Lee:\n  also: [Annie Lee]\n", encoding="utf-8")
    lists = "people: [Annie Lee, Bo Ek]\ncountries: [UK, estonia, Sweden]\ntopics: [transport]"
    (site.articles / "own.md").write_text(f"---\ntitle: Own\n{lists}\n---\n\nNobody came.\n", encoding="utf-8")
    said = run("check", "--site", site.root).out
    for line, code, tag, name in (
        (3, "T11", "Annie Lee", "Ann Lee"),
        (4, "T12", "UK", "United Kingdom"),
        (4, "T12", "estonia", "Estonia"),
        (5, "T13", "transport", "Transport"),
    ):
        message = f"content/articles/own.md:{line}: {code} warning: '{tag}' is another name of '{name}'\n"
        assert f"{message}    Write '{name}', so that both stand on one page.\n" in said
    assert "T11 note: unknown person 'Bo Ek'" in said
    assert "Sweden" not in said


def test_check_says_what_a_code_and_a_list_without_brackets_may_mean(site: Folder, run: Run) -> None:
    site.articles.mkdir(parents=True)
    lists = "people: Ann Lee, Bo Ek\ncountries: [EE, 'Sweden, Norway']\ntopics: ['medtop:20000337', 'A, B']"
    (site.articles / "own.md").write_text(f"---\ntitle: Own\n{lists}\n---\n\nNobody came.\n", encoding="utf-8")
    other = "people: ['Ek, Bo', 'Lee Ek, Jr.']\ncountries: []\ntopics: ['Economy, business and finance']"
    (site.articles / "other.md").write_text(f"---\ntitle: Other\n{other}\n---\n\nNobody.\n", encoding="utf-8")
    said = run("check", "--site", site.root).out
    assert "T12 warning: 'EE' is another name of 'Estonia'\n    Write 'Estonia'" in said
    assert "T13 warning: 'medtop:20000337' is another name of 'Transport'\n    Write 'Transport'" in said
    many = "    If these are several, each is an item of the list: "
    assert f"T11 warning: unknown person 'Ann Lee, Bo Ek'\n{many}`people: [Ann Lee, Bo Ek]`. If it is right" in said
    assert f"T12 warning: unknown country 'Sweden, Norway'\n{many}`countries: [Sweden, Norway]`. " in said
    for name in ("topic 'A, B'", "person 'Ek, Bo'", "person 'Lee Ek, Jr.'"):
        assert f"unknown {name}\n    If it is right" in said
    assert "Economy" not in said


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
    lenient = run("check", "--site", site.root, "--fail-on", "error")
    assert (lenient.status, lenient.out) == (0, ran.out)
    path.write_text("---\n", encoding="utf-8")
    assert run("check", "--site", site.root, "--fail-on", "error").status == 1


def test_it_says_the_same_after_a_build_and_without_one(site: Folder, run: Run) -> None:
    """What the build has read is not read again; of what was edited since, and of a new seed, it tells too."""
    (site.seeds / "harbour.txt").write_text("Harbour closes\n\n03/04/2021\n\nThe wall is broken.\n", encoding="utf-8")
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel: x\ntitle:"), encoding="utf-8")
    (site.seeds / "quay.txt").write_text("Quay closes\n\n05/06/2021\n\nThe quay is wet.\n", encoding="utf-8")
    after = run("check", "--site", site.root)
    (site.cache / "work.sqlite").unlink()
    without = run("check", "--site", site.root)
    assert after == without
    assert after.out.count(" C25 ") == 2
    assert "titel" in after.out
    assert not (site.cache / "work.sqlite").exists()


def test_nothing_is_kept_where_nothing_was_built(site: Folder, run: Run) -> None:
    before = snapshot(site.root)
    run("check", "--site", site.root)
    assert snapshot(site.root) == before


def test_errors_stand_last_where_they_are_seen(site: Folder, run: Run) -> None:
    (site.seeds / "again.txt").write_text(f"{STORM}\nShare this\n", encoding="utf-8")
    (site.seeds / "a.jpg").write_bytes(b"\xff")
    (site.seeds / "a.txt").write_bytes(b"")
    run("build", "--site", site.root)
    said = run("check", "--site", site.root).out
    assert said.index(" C26 note: ") < said.index(" S12 warning: ") < said.index(" S10 ")
