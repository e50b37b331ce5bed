"""What the facets of one article say of each other."""

from __future__ import annotations

import pytest

from dateline.model import Mention
from dateline.tagging import tagger
from dateline.tagging.document import Figure


@pytest.mark.parametrize(("score", "stays"), [(1.0, False), (-1.0, True)])
def test_a_country_within_the_name_of_a_person_is_none(score: float, *, stays: bool) -> None:
    country = Mention("countries", "Jordan", "Jordan", 8, 14, "countries.name")
    person = Mention("people", "Michael Jordan", "Michael Jordan", 0, 14, "people.given-name")
    assert (tagger._outside([country], [Figure("Michael Jordan", (person,), score)]) == (country,)) == stays
