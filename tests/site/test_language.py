"""Words, dates and lists of the interface, where its catalogue is there and where it is not."""

import re

from dateline.model import When
from dateline.site.language import Language

DAY = When.parse("2021-05-25")
ISOLATES = re.compile("[\u2066-\u2069]")


def test_a_language_without_catalogue_speaks_english_in_whole_sentences() -> None:
    french = Language("fr")
    assert french.listed(["2 people", "3 countries"]) == "2 people and 3 countries"
    assert french.date(DAY) == "25 mai 2021"
    assert Language("de").listed(["2 Personen", "3 Länder"]) == "2 Personen und 3 Länder"


def test_english_words_keep_their_order_where_the_page_runs_the_other_way() -> None:
    arabic = Language("ar")
    span = arabic.span(DAY, When.parse("2023-06-28"))
    assert span[0] == "\N{LEFT-TO-RIGHT ISOLATE}"
    assert span[-1] == "\N{POP DIRECTIONAL ISOLATE}"
    assert ISOLATES.sub("", span).replace("\N{NO-BREAK SPACE}", " ") == "25 مايو 2021 to 28 يونيو 2023"
    assert span.count("\N{FIRST STRONG ISOLATE}") >= 2
    assert not any(ISOLATES.search(Language(tag).span(DAY, DAY)) for tag in ("en", "de", "et", "ru", "fr"))


def test_weekdays_over_a_calendar_are_short() -> None:
    assert [short for short, _ in Language("en").weekdays()][:2] == ["Mon", "Tue"]
    for tag in ("ar", "he", "fa", "de", "et", "ru", "vi"):
        assert max(len(short) for short, _ in Language(tag).weekdays()) <= 6


def test_a_name_that_runs_the_other_way_draws_no_number_along() -> None:
    assert ISOLATES.search(Language("en").isolated("Daily – חדשות"))
    assert Language("en").isolated("Daily") == "Daily"
    assert Language("he").isolated("Daily – חדשות") == "Daily – חדשות"
