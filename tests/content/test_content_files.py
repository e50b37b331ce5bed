"""A content file read, written, and changed in place."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.content import write
from dateline.content.parse import parse
from dateline.content.write import render, update
from dateline.model import Article, When

NO_DATE = "is not a date of the form 2021, 2021-05, 2021-05-25 or 2021-05-25T16:17"
MESSY = """\
---
# who looks after this: the archive desk
title: 'A port: opened'
date: 2021 # circa
people:
  - Mari Maasikas
  - no
mood: {a: [1, 2]}
# where it came from
seed: port.txt
---

Body *here*.
"""

words = st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs")), min_size=1, max_size=12)
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)
names = st.lists(lines, max_size=3, unique=True).map(tuple)
dates = st.one_of(
    st.none(),
    st.builds(When, st.integers(1, 9999)),
    st.builds(When, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(
        When, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59)
    ),
)
articles = st.builds(
    Article,
    title=lines,
    body=st.lists(lines, min_size=1, max_size=3).map("\n\n".join).filter(lambda text: not text.startswith("---")),
    date=dates,
    place=lines,
    source=lines,
    author=names,
    language=st.sampled_from(["en", "et", "no", "pt-BR"]),
    summary=lines,
    people=names,
    countries=names,
    topics=names,
    seed=lines,
    record=st.one_of(st.none(), st.integers(0, 9)),
    title_derived=st.booleans(),
)


@given(articles)
def test_what_is_written_is_read_again(article: Article) -> None:
    parsed = parse(render(article), "x.md")
    assert parsed.article == article
    assert parsed.problems == ()


@given(articles, articles)
def test_a_change_in_place_says_the_new_values(old: Article, new: Article) -> None:
    assert parse(update(render(old), old, new), "x.md").article == new


def test_a_change_leaves_comments_order_and_unknown_keys_alone() -> None:
    old = parse(MESSY, "x.md").article
    assert old is not None
    new = replace(old, date=When.parse("2021-05"), place="Pärnu", people=("Mari Maasikas", "Tasa, Jr."))
    assert update(MESSY, old, new) == (
        "---\n"
        "# who looks after this: the archive desk\n"
        "title: 'A port: opened'\n"
        "date: 2021-05 # circa\n"
        "place: Pärnu\n"
        "people: [Mari Maasikas, 'Tasa, Jr.']\n"
        "mood: {a: [1, 2]}\n"
        "# where it came from\n"
        "seed: port.txt\n"
        "---\n\nBody *here*.\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "people: [Ann Lee\n\n, Bo Ek]\n",
        "people: [Ann Lee,\n\n  Bo Ek]\n",
        "people:\n- Ann Lee\n\n- Bo Ek\n",
        "people:\n  - Ann Lee\n# a friend\n  - Bo Ek\n",
        "people:\n\n  - Ann Lee # a friend\n  - Bo Ek\n\n",
        "author: &both [Ann Lee, Bo Ek]\npeople: *both\n",
        "people: &both [Ann Lee, Bo Ek]\nauthor: *both\n",
        "summary: >\n  One.\n\n  Two.\npeople: [Ann Lee, Bo Ek]\n",
        "slug: a\n \t\n\npeople: [Ann Lee, Bo Ek]\n",
        "slug: a\n \u00a0\n\npeople: [Ann Lee, Bo Ek]\n",
    ],
)
def test_a_value_of_many_lines_is_changed_as_a_whole(said: str) -> None:
    text = f"---\ntitle: A\n{said}seed: a.txt\n---\nBody.\n"
    old = parse(text, "x.md").article
    assert old is not None
    assert old.people == ("Ann Lee", "Bo Ek")
    new = replace(old, people=("Cy Orr",), summary="Three.")
    changed = update(text, old, new)
    assert parse(changed, "x.md").article == new
    assert ("# a friend" in changed) == ("\n# a friend" in said)


@pytest.mark.parametrize("line", ["---", "----", "-----  \t", "---\u00a0", "---\x0c", "---\u2003\x1f"])
@pytest.mark.parametrize("body", ["Body.\n", "\n\nFirst.\n\n---\n\n- Second: a\n- b: c: d\n", ""])
def test_a_head_ends_for_the_writer_where_it_ends_for_the_reader(line: str, body: str) -> None:
    for opening, closing in (("---", line), (line, "---"), (line, line)):
        text = f"{opening}\ntitle: A # circa\nmood: b\n{closing}\n{body}"
        old = parse(text, "x.md").article
        assert old is not None
        new = replace(old, topics=("Sport",))
        assert update(text, old, new) == text.replace("A # circa\n", "A # circa\ntopics: [Sport]\n")
        assert parse(update(text, old, new), "x.md").article == new


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n...\n---\nBody.\n",  # no key may stand below the end of a document
        "---\ntitle: A\n...\n# and a remark\n---\nBody.\n",
        "---\ntitle: A\ufffeB\n---\nBody.\n",  # no character: the reader takes it for U+FFFD
        "---\n{title: A}\n---\nBody.\n",
        "---\n{title: A, '# b': c, no: {d: wait...}, e- f: [g]}\n---\nBody.\n",
    ],
)
def test_a_head_that_cannot_be_mended_is_written_whole(text: str) -> None:
    old = parse(text, "x.md").article
    assert old is not None
    new = replace(old, topics=("Sport",))
    assert parse(update(text, old, new), "x.md").article == new


def test_a_text_that_is_no_article_file_is_written_whole() -> None:
    old, new = Article("A", "Body."), Article("B", "Body.")
    assert update("Only words.\n", old, new) == render(new)


def test_nothing_changed_leaves_every_byte() -> None:
    text = MESSY.replace("\n", "\r\n")
    article = parse(text, "x.md").article
    assert article is not None
    assert update(text, article, article) == text


def test_yaml_does_not_guess() -> None:
    article = parse("---\ntitle: 1998\nlanguage: no\ndate: 2021\nslug: 08\n---\nText.\n", "x.md").article
    assert article is not None
    assert (article.title, article.language, str(article.date), article.slug) == ("1998", "no", "2021", "08")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "C01", "has no front matter")]),
        ("Only words.\n", [(1, "C01", "has no front matter")]),
        ("---\ntitle: A\n\nText.\n", [(1, "C01", "has front matter that is never closed")]),
        (
            "---\ntitle: A: B\n---\n",
            [(2, "C02", "front matter is not YAML: mapping values are not allowed in this context")],
        ),
        ("---\n\n\ntitle: A\ntitle: B\n---\n", [(5, "C02", "front matter says 'title' twice")]),
        ("---\ntitle: A\ntitle: B\n---\n", [(3, "C02", "front matter says 'title' twice")]),
        ("---\n- A\n---\n", [(2, "C02", "front matter is not a list of `key: value` lines")]),
        ("---\ndate: 2021\n---\nText.\n", [(1, "C03", "has no title")]),
        ("---\ntitle: [A]\n---\n", [(2, "C04", "'title' is not a text")]),
        ("---\ntitle: A\npeople: {a: b}\n---\n", [(3, "C04", "'people' is not a list of names")]),
        ("---\ntitle: A\ndate: 2021-13\n---\n", [(3, "C07", "date: '2021-13' has no month 13")]),
        ("---\ntitle: A\ndate: 2021-02-30\n---\n", [(3, "C07", "date: '2021-02-30': 2021-02 has no day 30")]),
        ("---\ntitle: A\ndate: May 2021\n---\n", [(3, "C07", f"date: 'May 2021' {NO_DATE}")]),
        ("---\ntitle: A\nrigths: link\n---\n", [(3, "C33", "unknown key 'rigths'")]),
        ("---\ntitle: A\nRights: link\n---\n", [(3, "C33", "unknown key 'Rights'")]),
        ("---\ntitle: A\ndraft: true\n---\n", [(3, "C34", "is a draft, and not on the site")]),
        ("---\ntitle: A\npublished: No\n---\n", [(3, "C34", "is a draft, and not on the site")]),
        ("---\ntitle: A\nrights: some\n---\n", [(3, "C06", "'rights' is 'some', not one of full, excerpt, link")]),
        ("---\ntitle: A\nrecord: one\n---\n", [(3, "C04", "'record' is not a whole number")]),
        (f"---\ntitle: A\nrecord: {'9' * 5000}\n---\n", [(3, "C04", "'record' is not a whole number")]),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_line(text: str, expected: list[tuple[int, str, str]]) -> None:
    parsed = parse(text, "x.md")
    assert parsed.article is None
    assert [(problem.line, problem.code, problem.message) for problem in parsed.problems] == expected
    assert all(problem.hint for problem in parsed.problems)


@pytest.mark.parametrize("line", ["draft: false", "published: true"])
def test_what_is_no_draft_is_an_article(line: str) -> None:
    parsed = parse(f"---\ntitle: A\n{line}\n---\nText.\n", "x.md")
    assert parsed.article is not None
    assert (parsed.problems, parsed.article.extra) == ((), dict([line.split(": ")]))


def test_an_unknown_key_is_kept_and_a_near_one_named() -> None:
    parsed = parse("---\ntitle: A\nauthr: B\nmood: sad\n---\nText.\n", "x.md")
    assert parsed.article is not None
    assert parsed.article.extra == {"authr": "B", "mood": "sad"}
    assert [(problem.severity, problem.hint) for problem in parsed.problems] == [
        ("warning", "Did you mean 'author'? It is kept as it is."),
        ("note", "It is kept as it is."),
    ]


def test_a_broken_head_still_says_its_seed() -> None:
    parsed = parse("---\ntitle: A: B\nseed: 'sub/a b.txt'\nrecord: 3\n---\n", "x.md")
    assert (parsed.article, parsed.seed, parsed.record) == (None, "sub/a b.txt", 3)
    assert parse(f"---\ntitle: A: B\nrecord: {'9' * 5000}\n---\n", "x.md").record is None


def test_many_aliases_are_refused() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
    )
    parsed = parse(f"---\ntitle: A\n{bomb}---\nText.\n", "x.md")
    assert [problem.code for problem in parsed.problems] == ["C02"]


VALUES = st.text(
    st.sampled_from("abNnOoyYetTzZé東123 .,'’“”\"()/!&;%–—…?-:#[]{}*~|>@`=_^+$<\\\t\u00a0\u2028\ufeff\x85"), max_size=12
)


@given(st.one_of(VALUES, words))
@example("y")
@example("No")
@example("ON")
@example("e1")
@example("a,")
@example("a ")
@example("0x1F")
@example("1_000")
@example("2021-05-25 10:00:00")
@example("12 May: a title")
@example("2015-01-07-a-name.txt")
@example("2021-05-25 T")
@example("\U0010ffff")
@example("“It’s: so”")
def test_values_are_written_as_pyyaml_writes_them(text: str) -> None:
    for value, flow in ((text, False), ([text, "b"], True), ([], True)):
        plain = yaml.safe_dump(value, allow_unicode=True, width=2**31 - 1, default_flow_style=flow)
        assert write._dump(value, flow=flow) == plain.removesuffix("...\n")
