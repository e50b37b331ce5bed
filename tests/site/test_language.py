"""Words, dates and lists of the interface, where its catalogue is there and where it is not."""

import re
from datetime import date, datetime, time
from itertools import product

import pytest
from babel import Locale, dates, lists, numbers
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.model import When
from dateline.site.words import english
from dateline.site.words.language import PATTERNS, Language

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


@pytest.mark.parametrize("shape", ["long", "yMMMM", "yMMMd", "yMMM", "y", "cccc", "LLL", "LLLL"])
def test_english_is_written_as_cldr_has_it(shape: str) -> None:
    locale = Locale.parse("en_GB")
    for year, month in product((33, 1605, 2021), range(1, 13)):
        day = date(year, month, 3 + month)
        if shape in PATTERNS:
            expected = dates.format_date(day, shape, locale=locale)
        else:
            expected = dates.format_skeleton(shape, datetime.combine(day, time()), locale=locale)
        assert english.date(shape, year, month, day.day) == expected


def test_english_numbers_lists_and_weeks_are_those_of_cldr() -> None:
    locale = Locale.parse("en_GB")
    assert str(locale).replace("_", "-") == english.LOCALE
    assert [english.plural(number) for number in range(1200)] == [locale.plural_form(number) for number in range(1200)]
    for number in (-1234567, 1000, 9999, 10000, 123456789):
        assert english.number(number) == numbers.format_decimal(number, locale=locale)
    for many in range(1, 6):
        assert english.listed(list("ABCDE"[:many])) == lists.format_list(list("ABCDE"[:many]), locale=locale)
    days = locale.days["stand-alone"]
    assert english.weekdays() == tuple((days["abbreviated"][i], days["wide"][i]) for i in range(7))
    assert (locale.first_week_day, locale.text_direction) == (english.FIRST_WEEKDAY, english.DIRECTION)


@given(st.integers(0, 10**13))
@example(1500).via("half a kilobyte")
@example(2_350_000).via("half of the last digit")
@example(999_999).via("a thousand kilobytes")
def test_english_sizes_are_those_of_cldr(n: int) -> None:
    assert Language("en").size(n) == Language("en-GB").size(n)


def test_a_language_with_a_region_is_left_to_cldr() -> None:
    american = Language("en-US")
    assert american.date(DAY) == "May 25, 2021"
    assert american.listed(["A", "B", "C"]) == "A, B, and C"
    assert (american.first_weekday, american.direction) == (6, "ltr")
