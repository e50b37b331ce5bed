"""A field for authors -> their names, however it lists them."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.model import Seed
from dateline.normalise.authors import author_list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Lind and Bo Ek", ["Anna Lind", "Bo Ek"]),
        ("Anna Lind, Bo Ek", ["Anna Lind", "Bo Ek"]),
        ("Lind, Anna", ["Anna Lind"]),
        ("Lind, Anna; Ek, Bo", ["Anna Lind", "Bo Ek"]),
        ("Lind, Anna and Ek, Bo", ["Anna Lind", "Bo Ek"]),
        ("García Ruiz, Ana María; van der Berg, Jan", ["Ana María García Ruiz", "Jan van der Berg"]),
        ("Ek, Sofia M.", ["Sofia M. Ek"]),
        ("Reuters, Anna Lind", ["Reuters", "Anna Lind"]),
        ("Lind, Anna; Lund News", ["Lind", "Anna", "Lund News"]),
        ("AFP, Anna", ["AFP", "Anna"]),
        ("Anna Lind, Senior Reporter, Updated Feb", ["Anna Lind"]),
        ("Anna Lind, toimetaja", ["Anna Lind"]),
        ("News Editor", ["News Editor"]),
        ("View All Posts; Anna Lind", ["Anna Lind"]),
        ("Anna Lind; Follow On Twitter; Visit Website; More Bo; About Stone", ["Anna Lind"]),
        ("Alle Beiträge von Anna; Ver todas las entradas; Все записи; Tous les articles", []),
        ("Please Enter Your Name Here", []),
        ("10.0.38.192", []),
        ("Meet Shah; Post Malm; Thomas More; James Last", ["Meet Shah", "Post Malm", "Thomas More", "James Last"]),
        ("Anna Lind (al); Bo Ek (bek.)", ["Anna Lind", "Bo Ek"]),
        ("Anna Lind (Lund News)", ["Anna Lind (Lund News)"]),
        ("Редактор Анна Линд", ["Анна Линд"]),
        ("Anna Lind Anna Lind", ["Anna Lind"]),
        ("Anna Lind | Lund News", ["Anna Lind"]),
        ("Anna Lind | anna@lundnews.example", ["Anna Lind"]),
        ("Anna Lind, MS, RD", ["Anna Lind"]),
        ("Anna Lind, Ph.D., and Bo Ek, M.D.", ["Anna Lind", "Bo Ek"]),
        ("name, email@lundnews.example", []),
        ("《Anna Lind》", ["Anna Lind"]),
        ("By Anna E. Lind and Bo Y. Ek", ["Anna E. Lind", "Bo Y. Ek"]),
        ("[[Anna Lind]], [[people/Bo Ek|Bo Ek]]", ["Anna Lind", "Bo Ek"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert list(author_list.names(text)) == names


@pytest.mark.parametrize(
    ("said", "rights"),
    [("Full", "full"), ("excerpts", "excerpt"), ("Link only", "link"), ("No", "link"), ("CC BY 4.0", ""), ("© AP", "")],
)
def test_rights_that_are_nearly_words_of_ours_hold_back(said: str, rights: str) -> None:
    fields = {"title": "Harbour closes", "rights": said}
    made = normalise.normalise(Seed("a.csv", "0", "The harbour is shut.", 0, fields=fields), normalise.Context())
    assert made.article.rights == rights


def test_a_source_that_is_an_address_is_the_articles_address() -> None:
    fields = {"title": "Harbour closes", "source": "https://lundnews.example/2021/harbour"}
    made = normalise.normalise(
        Seed("a.md", "0", "The harbour is shut.", format="markdown", fields=fields), normalise.Context()
    )
    assert (made.article.url, made.article.source) == (fields["source"], "lundnews.example")
