"""Whom a single word means in an article that names several in full."""

from __future__ import annotations

from dateline.tagging.people.together import fold
from dateline.tagging.people.together.fold import Cluster


def test_a_surname_comes_before_a_given_name_and_that_before_any_other() -> None:
    last, first, within = (
        Cluster(core, " ".join(core).title(), 1.0)
        for core in (("mari", "tamm"), ("tamm", "kask"), ("ada", "tamm", "kask"))
    )
    assert fold._bearers([within, first, last])["tamm"] == [last]
    assert fold._bearers([within, first])["tamm"] == [first]
    assert fold._bearers([within])["tamm"] == [within]
