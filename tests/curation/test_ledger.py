"""The ledger file: what goes in comes out, in one form."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.ledger import Ledger, parse, render
from dateline.model import Evidence, SetAside

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
evidence = st.builds(
    Evidence, texts.filter(bool), texts, st.none() | st.integers(1, 99), st.booleans(), st.lists(texts).map(tuple)
)
ledgers = st.builds(
    Ledger,
    seed=texts,
    record=st.none() | st.integers(0, 5),
    sha256=texts,
    program=texts,
    withdrawn=st.booleans(),
    address=texts,
    formerly=st.lists(texts, max_size=2).map(tuple),
    wrote=st.dictionaries(texts, st.none() | texts | st.lists(texts, max_size=2), max_size=3),
    added=st.dictionaries(texts, st.lists(texts, max_size=2), max_size=2),
    removed=st.dictionaries(texts, st.lists(texts, max_size=2), max_size=2),
    evidence=st.dictionaries(texts, evidence, max_size=2),
    set_aside=st.lists(st.builds(SetAside, st.integers(1, 99), texts, texts), max_size=2).map(tuple),
)


@given(ledgers)
def test_what_is_written_is_read_again(ledger: Ledger) -> None:
    assert parse(render(ledger)) == ledger


def test_empty_values_are_left_out_and_the_first_record_is_not() -> None:
    text = render(Ledger(seed="a.csv", record=0, evidence={"date": Evidence("date.line", line=3)}))
    assert text == (
        '{\n  "seed": "a.csv",\n  "record": 0,\n  "evidence": {\n'
        '    "date": {\n      "rule": "date.line",\n      "line": 3\n    }\n  }\n}\n'
    )
