"""What is found in bytes, or remembered, is what the pattern or the plain way finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.normalise import marked
from dateline.normalise.blocks import markdown
from dateline.normalise.body import facts, features
from dateline.normalise.dating import dates
from dateline.normalise.lines import cues, glue, kinds, language
from dateline.normalise.lines import line as lines
from dateline.normalise.lines.line import make
from dateline.normalise.outlets import outlet_self
from dateline.normalise.texts import headline, spoken

TEXT = st.text(st.sampled_from("abZÀé1_ .,'’-(\"„“”‘–….:/\t東"), max_size=40)
PLAIN = st.text(st.sampled_from("abZ1_ .,'’-(\"“”‘–…:/\t"), max_size=40)
LINES = st.lists(
    st.sampled_from(["Menu", "Share this", "Read more", "She said so. " * 9, "2 May 2021", "Cookies"]), max_size=9
)

DATED = st.lists(
    st.sampled_from(["2021", "1999", "12", "5", "May ", "7 mai", " ", "-", "/", ".", ", ", "年", "月", "日", "a"]),
    max_size=9,
)


@given(DATED.map("".join))
@example("a 2021-5-12, 12. mai 2021, 1999年5月12日 and 2021-12, of May 2021")
@example("a 2021 May 5")
@example("of May 20215")
def test_where_dates_of_each_form_may_stand(text: str) -> None:
    for _, year, pattern in dates._FORMS:
        spans, everywhere = dates._spans(text, 0), [match.span() for match in pattern.finditer(text)]
        found = pattern.finditer(text, *spans[year]) if year in spans else ()
        assert [match.span() for match in found] == everywhere


@given(TEXT)
def test_words(text: str) -> None:
    assert lines.words(text) == lines._WORD.findall(text)
    assert make(1, text, 0).tokens == tuple(lines._WORD.findall(lines.fold(text).casefold()))
    assert language._words(text) == language._WORD.findall(text.casefold())


@given(PLAIN)
def test_kinds_of_characters(text: str) -> None:
    folded = lines.fold(text)
    found = kinds.of(folded)
    assert kinds.digits(found) == len(re.findall("[0-9]", folded))
    assert kinds.glued(found) == bool(re.search("[a-z][A-Z][a-z]", folded))
    assert kinds.capitalised(found) == sum(word[0].isupper() for word in folded.split())


@given(st.text(st.sampled_from("aABC1 .)”-"), max_size=12))
def test_places_where_words_may_be_glued(text: str) -> None:
    assert kinds.joints(kinds.of(text)) >= len(glue._PLACE.findall(text))


@given(TEXT)
def test_keys(text: str) -> None:
    assert lines.key(text) == "".join(filter(str.isalnum, text.casefold()))


@given(st.lists(st.text(st.sampled_from("ab"), max_size=4)))
def test_what_begins_another(keys: list[str]) -> None:
    for said in keys:
        expected = any(other != said and other.startswith(said) for other in keys)
        assert headline._begins_another(said, sorted(keys)) == expected


@given(TEXT)
def test_a_line_speaks_its_own_words(text: str) -> None:
    assert set(spoken.content(lines.fold(text))) <= spoken.vocabulary([make(1, text, 0)])


@given(st.text(st.sampled_from("`*\\_[](&<~ab;#!"), max_size=12))
def test_what_is_taken_to_need_no_escaping(text: str) -> None:
    if not set(markdown._SYNTAX) & set(text):
        assert not any(pattern.search(text) for _, pattern, _ in markdown._BY_SIGN)
    assert markdown.inline("~~~") == "&#126;~~"


@given(st.text(st.sampled_from("[](: !ab"), max_size=16))
def test_brackets_that_may_begin_a_link_are_escaped(text: str) -> None:
    escaped = re.sub(r"\[(?=[^\]]*\](?:\(|\[|:| \[))|!(?=\[)", r"\\\g<0>", text)
    assert markdown.inline(text) == escaped


# Each took minutes, and four times as many at twice the length.
@pytest.mark.parametrize("sign", ["[", "[](", "[a](b"])
def test_brackets_without_end_are_words(sign: str) -> None:
    text = f"Opens {sign * (200_000 // len(sign))}"
    assert markdown.inline(text + "](c)").endswith("](c)")
    assert marked._plain(text) == text


def test_a_line_of_nothing_but_dates() -> None:
    text = "1 May 2020, 12:30 on 2020-05-02 and 1/2/2020 " * 3000
    assert len(dates.find(text, "en")) == 9000


def test_letters_may_stand_far_into_a_text() -> None:
    said = "The harbour was closed, and the mayor said that it would be opened again."
    assert language.detect(f"{'1 2 3 ' * 60}\n{said}") == "en"


@given(LINES)
def test_short_lines_are_what_they_were(texts: list[str]) -> None:
    made = [make(number, text, 0) for number, text in enumerate(texts, 1)]
    assert [(line.number, line.text) for line in made] == list(enumerate(map(str.strip, texts), 1))
    again = [lines._made(number, text, 0) for number, text in enumerate(texts, 1)]
    assert made == again
    assert cues.reasons(texts) == [cues._reason(text, cues._anywhere()) for text in texts]
    assert features.of(made, "en") == features.of(again, "en")


def test_a_line_that_is_said_twice_is_known_in_whatever_letters() -> None:
    made = [
        make(number, text, 0) for number, text in enumerate(["Read More", "She said so.", "“Read more”", "READ MORE"])
    ]
    assert [("repeated",) in found for found in features.of(made, "en")] == [True, False, False, True]


def test_every_kind_of_fact_has_its_features() -> None:
    assert facts.names(("place", 3, "=", 2, 5)) == ["place:3", "indent:=", "lines:2", "prose-share:5"]
    assert facts.names(("beside", "Le", "none", "so=")) == ["n-1:Le", "n1:so=", "n-1+1:Le|so=", "me+n:none|Le|so="]


@given(
    st.lists(
        st.sampled_from(["About", "Search", "Join the", "Get", "Lundpost", "Vik", "News", "Store", "App", "on the go",
                         "around the globe", "Newsletter!", "E-Paper", "my homepage", "on X", "Archives", "* ", "?"]),
        min_size=1, max_size=4,
    ).map(" ".join)
)  # fmt: skip
@example("Lundpost on the go")
@example("Lundpost e-paper")
@example("À propos de Lundpost")
def test_lines_that_may_speak_of_the_site_are_known_by_their_first_or_last_word(text: str) -> None:
    line = make(1, text, 0)
    found = [match.group() for match in outlet_self._matches(line)]
    plain = [match for frame in outlet_self._FRAMES if (match := frame.fullmatch(text.lstrip(outlet_self.BULLETS)))]
    assert found == [match.group() for match in plain] or line.words > outlet_self.NAME_WORDS + 2
