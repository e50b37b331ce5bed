"""Charts against figures counted by hand."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.library import shelve
from dateline.site.charts import bars, calendar, sparkline
from dateline.site.charts.arcs import ROW, arcs
from dateline.site.charts.density import density, of_others
from dateline.site.charts.spine import marks, rule, spine
from dateline.site.words.language import Language
from tests.site.corpus import corpus, entry, many

ENGLISH = Language("en")


def test_bars_stand_on_their_line_in_proportion() -> None:
    assert bars.path({0: 1, 2: 4, 3: 0}, 4, 21) == "M5 21v-5m20 5v-20"


def test_a_single_article_is_seen_beside_a_thousand() -> None:
    assert bars.path({0: 1}, 1000, 24) == "M5 24v-2"


def test_an_outline_merges_equal_neighbours_and_falls_to_the_line_between_others() -> None:
    assert bars.outline({1: 2, 2: 2, 3: 4, 6: 1, 7: 0}, 4, 21) == "M1 21v-10h2v-10h1v20h2v-5h1v5"
    assert bars.outline({0: 1}, 1000, 24) == "M0 24v-2h1v2"
    assert bars.outline({}, 1, 24) == bars.outline({3: 0}, 1, 24) == ""


def test_unit_keeps_the_number_of_bars_in_bounds() -> None:
    assert bars.unit_for(300, 300) == 1
    assert bars.unit_for(301, 300) == 2
    assert -(-12 * 2000 // bars.unit_for(12 * 2000, 300)) <= 300


def test_a_short_rest_of_years_has_no_label_of_its_own() -> None:
    assert [(group[0], len(group)) for group in bars.steps(1891, 2022, 10)][-2:] == [(2001, 10), (2011, 12)]
    assert [(group[0], len(group)) for group in bars.steps(2000, 2008, 5)] == [(2000, 5), (2005, 4)]
    assert [len(group) for group in bars.steps(2000, 2000, 5)] == [1]


def test_months_fall_into_bins() -> None:
    assert bars.binned({12: 1, 14: 2, 15: 4}, 12, 3) == {0: 3, 1: 4}


def test_spine_covers_whole_years_and_links_only_years_with_articles() -> None:
    strip = spine(shelve(corpus()))
    assert strip is not None
    assert strip.width == 4 * 12
    assert [(year.text, year.address) for year in strip.years] == [
        ("2018", "2018/"),
        ("2019", ""),
        ("2020", "2020/"),
        ("2021", "2021/"),
    ]
    # March 2020 is bar 26, May 2021 bar 40; the article of 2018 has no month and no bar
    assert 'path("M26 16v-8h1v8h13v-15h1v15")' in rule(strip, shelve(corpus()))


def test_marks_lie_on_the_same_scale() -> None:
    library = shelve(corpus())
    assert marks(spine(library), library.years[2020]) == "M26 16v-8h1v8"
    assert marks(spine(library), library.undated) == ""


def test_a_long_corpus_has_labels_that_fit() -> None:
    strip = spine(shelve([entry("Old", "1890-01-01"), entry("New", "2023-01-01")]))
    assert strip is not None
    assert len(strip.years) <= 28
    assert strip.width <= 300
    assert [year.grow for year in strip.years] == [0] * 12 + [14]  # the last one stands for 14 years


def test_density_says_what_it_shows() -> None:
    library = shelve(corpus())
    chart = density(library, library.items, ENGLISH, whole=True)
    assert chart is not None
    assert chart.sentence == (
        "The busiest month is May 2021, with 2 of 5."
        " 1 article known only to the year is not drawn. 1 undated article is not drawn."
    )
    assert [(peak.text, peak.address, peak.own) for peak in chart.peaks] == [("May 2021", "2021/05/", 2)]
    assert [label.text for label in chart.axis] == ["2018", "2019", "2020", "2021"]
    assert [label.grow for label in chart.axis] == [0, 0, 0, 0]
    assert chart.width == 48


@pytest.mark.parametrize(("months", "peaks"), [(3, ["January 2021", "February 2021", "March 2021"]), (4, [])])
def test_where_more_months_than_are_named_have_most_none_is_a_peak(months: int, peaks: list[str]) -> None:
    library = shelve([entry(f"Tide {n}", f"2021-{n % months + 1:02}-{n // months + 1:02}") for n in range(2 * months)])
    chart = density(library, library.items, ENGLISH, whole=True)
    assert chart is not None
    assert [peak.text for peak in chart.peaks] == peaks


def test_density_of_part_lies_over_all() -> None:
    library = shelve(corpus())
    chart = density(library, [*library.years[2020], library.years[2021][0]], ENGLISH)
    assert chart is not None
    assert chart.grey.count("v-") == 2
    assert chart.red.count("v-") == 2
    assert [(figure.own, figure.all) for figure in chart.figures] == [(1, 1), (1, 2)]


def test_density_of_few_among_many_has_its_own_scale() -> None:
    library = shelve([*(entry(f"Crowd {n}", "2020-02-01") for n in range(9)), entry("One", "2021-03-01")])
    chart = density(library, library.items[-2:], ENGLISH)
    assert chart is not None
    assert chart.grey == ""
    assert chart.part
    assert f"v-{chart.height - 1}h1" in chart.red


def test_density_of_what_all_articles_share_has_nothing_behind_it() -> None:
    library = shelve(corpus())
    chart = density(library, library.items, ENGLISH)
    assert chart is not None
    assert (chart.grey, chart.part) == ("", True)


def test_a_phone_shows_no_label_that_lacks_room() -> None:
    years = [entry(f"Of {year}", f"{year}-03-01") for year in range(2015, 2025)]
    chart = density(shelve(years), shelve(years).items, ENGLISH, whole=True)
    assert chart is not None
    assert [label.text for label in chart.axis if not label.minor] == ["2015", "2018", "2021"]


def test_a_single_bar_is_no_chart() -> None:
    library = shelve(corpus())
    assert density(library, library.years[2020], ENGLISH) is None
    assert density(library, library.subject(("people", "Ada Õunapuu")).items, ENGLISH) is None
    assert density(library, library.undated, ENGLISH) is None


def test_density_by_year_where_months_would_be_too_many() -> None:
    library = shelve([entry("Old", "1950-01-01"), entry("New", "2023-01-01"), entry("Newer", "2023-02-01")])
    chart = density(library, library.items, ENGLISH, whole=True)
    assert chart is not None
    assert chart.width == 74
    assert chart.sentence == "The busiest year is 2023, with 2 of 3."
    assert len(chart.axis) <= 16


MONTH = st.sampled_from([f"{year}-{month:02}" for year in (2019, 2020, 2022) for month in (1, 2, 5, 9)])
OWN = st.lists(MONTH, min_size=2, max_size=7)
CROWDS = st.lists(st.tuples(MONTH, st.sampled_from([1, 2, 9]))).map(
    lambda crowds: [month for month, n in crowds for _ in range(n)]
)


@settings(max_examples=300, deadline=None)
@given(own=OWN, others=CROWDS, later=st.lists(MONTH, min_size=1, max_size=2))
@example(own=["2020-01", "2020-02", "2022-01", "2022-05", "2022-09"], others=["2019-09"] * 9, later=["2020-05"])
@example(own=["2020-01", "2022-05"], others=["2020-02"] * 9, later=["2019-01"])
def test_what_a_chart_of_a_part_shows_of_the_others_is_all_that_it_shows(
    own: list[str], others: list[str], later: list[str]
) -> None:
    """Where that is the same, the chart is: a page that stands on it need not be made anew."""
    found = []
    for more in (others, [*others, *later]):
        texts = [*(("Own", date) for date in own), *(("Other", date) for date in more)]
        library = shelve([entry(f"{title} {n}", date) for n, (title, date) in enumerate(texts)])
        items = [item for item in library.items if item.title.startswith("Own")]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("dateline.site.charts.density.MOST_FIGURES", 4)
            found.append((of_others(library, [item.number for item in items]), density(library, items, ENGLISH)))
    (before, chart), (after, other) = found
    assert before != after or chart == other


def test_a_chart_hangs_on_no_month_that_it_does_not_show() -> None:
    """Few among many stand alone: of the others, their table has the months that it shows, and no more."""
    own, crowd = [entry("One", "2020-03-01"), entry("Two", "2021-03-01")], [f"2020-02-{day:02}" for day in range(1, 20)]
    found = []
    for dates in (crowd, [*crowd, "2021-02-01"], [*crowd, "2021-03-02"]):
        library = shelve([*own, *(entry(f"Crowd {date}", date) for date in dates)])
        found.append(of_others(library, [item.number for item in library.items if item.title in ("One", "Two")]))
    assert found[0] == found[1] != found[2]


def test_table_of_figures_stays_short() -> None:
    library = shelve(many(900, 2001))
    chart = density(library, library.items, ENGLISH, whole=True)
    assert chart is not None
    assert len(chart.figures) <= 60


def test_sparkline_shares_one_scale() -> None:
    library = shelve(corpus())
    time = sparkline.scale(library)
    assert time is not None
    assert time.unit == 2
    assert sparkline.sparkline(time, library.years[2021]) == "M205 32v-31"


def test_calendar_has_a_square_for_each_day() -> None:
    month = calendar.month(2021, 2, {1: 1, 28: 4}, 4)
    assert month.empty.count("M") == 26
    assert [shade.count("M") for shade in month.shades] == [1, 0, 0, 1]
    assert month.shades[0] == "M0 0h17v17h-17z"  # 1 February 2021 was a Monday
    assert month.height == 4 * calendar.PITCH - 3


def test_calendar_follows_the_first_day_of_the_week() -> None:
    assert calendar.month(2021, 2, {1: 1}, 1, first_weekday=6).shades[-1] == "M20 0h17v17h-17z"


def test_the_only_count_is_the_darkest() -> None:
    assert calendar.shade(1, 1) == calendar.SHADES - 1
    assert [calendar.shade(n, 9) for n in (1, 3, 5, 7, 9)] == [0, 0, 1, 2, 3]


def test_arcs_join_rows_in_the_order_of_the_first_article() -> None:
    body = "Ada Õunapuu met Bo Lind in Estonia, not in Finland."
    library = shelve([entry("Later", "2021-01-02", body), entry("Earlier", "2021-01-01", "Bo Lind went to Finland.")])
    subjects = [*library.subjects["countries"].values(), *library.subjects["people"].values()]
    drawn = arcs(library, subjects)
    assert drawn is not None
    assert [name for _, name in drawn.keys] == ["Bo Lind", "Finland", "Ada Õunapuu", "Estonia"]
    assert (drawn.pairs[0].first[1], drawn.pairs[0].second[1], drawn.pairs[0].count) == ("Bo Lind", "Finland", 2)
    assert drawn.paths[2] == "M0 10a10 10 0 0 1 0 20"  # 2 of at most 2: rows 0 and 1
    assert drawn.height == 4 * ROW


def test_two_people_are_no_diagram() -> None:
    library = shelve(corpus())
    assert arcs(library, list(library.subjects["people"].values())) is None


def test_a_label_of_several_years_names_the_first_that_has_articles() -> None:
    strip = spine(shelve([entry("Old", "1990-01-01"), entry("Odd", "1993-05-01"), entry("New", "2023-01-01")]))
    assert strip is not None
    assert [(year.text, year.address) for year in strip.years[:3]] == [
        ("1990", "1990/"),
        ("1993", "1993/"),
        ("1994", ""),
    ]
