"""Mutations of real files: whatever a file says, reading it ends in values and problems, never in a traceback.

    DATELINE_FUZZ=10000 python3 build.py test tests/hostile/test_fuzz.py

tries as many of each kind (tests.hostile.fuzzing does so as a program, and one of them again). The suite tries a few.
"""

import os

import pytest

from tests.hostile import fuzzing, mutations, real_files

CASES = int(os.environ.get("DATELINE_FUZZ", "12"))
SEED = 7


@pytest.mark.parametrize("kind", fuzzing.KINDS)
def test_no_file_breaks_the_program(kind: str) -> None:
    cases = range(CASES // mutations.SITE or 1) if kind == "site" else range(CASES)
    found = [f"--kind {kind} --seed {SEED} --from {number}: {how}" for number, how in fuzzing.faults(kind, cases, SEED)]
    assert found == []


def test_a_case_is_a_function_of_its_number() -> None:
    originals = real_files.seeds()
    for kind in ("csv", "zip", "txt.gz"):
        first, again = (mutations.case(kind, originals[kind], SEED, 3) for _ in range(2))
        assert first == again
        assert first != mutations.case(kind, originals[kind], SEED, 4)


@pytest.mark.parametrize("fault", ["traceback", "time"])
def test_a_fault_would_be_seen(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks() -> None:
        if fault == "traceback":
            raise ZeroDivisionError
        while True:
            pass

    monkeypatch.setattr(fuzzing, "SLOW", 0.1)
    assert ("ZeroDivisionError" if fault == "traceback" else "more than") in fuzzing.attempt(breaks)
