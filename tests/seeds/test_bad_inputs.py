"""The whole set of broken and hostile files, by the program itself: python -m tests.hostile.bad_inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile import bad_inputs
from tests.hostile.bad_files import CASES, Case, make

if TYPE_CHECKING:
    from tests.hostile.bad_inputs import Ran

FEW = [case for case in CASES if not case.large]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, dict[str, Case]]:
    root = tmp_path_factory.mktemp("bad")
    made = make(root / "seeds", FEW)
    found = bad_inputs.run(root)
    bad_inputs.open_again(root)
    return found, {case.about: case for case in made}


@pytest.mark.parametrize("case", FEW, ids=[case.about for case in FEW])
def test_one_file(case: Case, ran: tuple[Ran, dict[str, Case]]) -> None:
    if case.about not in ran[1]:
        pytest.skip("cannot be made here, or root reads it all the same")
    assert bad_inputs.faults(ran[1][case.about], ran[0]) == []


def test_the_run_as_a_whole(ran: tuple[Ran, dict[str, Case]]) -> None:
    assert bad_inputs.general_faults(ran[0]) == []
