"""Names that bylines set in capitals are written as elsewhere; what may be initials, and other names, stay."""

from __future__ import annotations

import pytest

from dateline.normalise.authors.shouted import in_small_letters


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ANNA LIND", "Anna Lind"),
        ("ANNA VAN LUND", "Anna van Lund"),
        ("JD MCTAMM", "JD McTamm"),
        ("ANNA O'LIND-EK", "Anna O'Lind-Ek"),
        ("J. TAMM", "J. Tamm"),
        ("ÕIE ÄRM", "Õie Ärm"),
        ("АННА ЛИНД", "Анна Линд"),
        ("Anna LIND", "Anna LIND"),
        ("LND", "LND"),
        ("ANNA EK", "ANNA EK"),
        ("Anna Lind", "Anna Lind"),
    ],
)
def test_shown(name: str, shown: str) -> None:
    assert in_small_letters(name) == shown
