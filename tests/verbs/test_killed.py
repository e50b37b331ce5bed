"""A build killed at any moment loses nothing and leaves nothing half done."""

import random
from pathlib import Path

from tests.safety.killing import kill_once, prepare


def test_a_build_killed_at_random_moments(tmp_path: Path) -> None:
    trial = prepare(tmp_path, articles=6)
    chance = random.Random(7)  # noqa: S311  moments, not secrets
    moments = [chance.uniform(0.2, 1.0) * trial.seconds for _ in range(5)]
    faults = {moment: kill_once(trial, tmp_path / f"{number}", moment) for number, moment in enumerate(moments)}
    assert {moment: fault for moment, fault in faults.items() if fault} == {}
