"""What a text that was taken from a whole page says of its own site."""

from __future__ import annotations

import pytest

from dateline import normalise
from tests.seeds.reading import read

CONTEXT = normalise.Context(language="en")
HEADLINE = "Harbour closed after the worst storm in years"
BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
)


def source(*below: str, above: tuple[str, ...] = ()) -> str:
    (seed,), _ = read("a.txt", "\n\n".join([*above, HEADLINE, *BODY, *below]))
    return normalise.normalise(seed, CONTEXT).article.source


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Terms of Use", "About Lundpost", "Lundpost Store", "© 2021 Coast Media Group"], "Lundpost"),
        (["* NRL TV", "* NRL Radio", "* Weather"], "NRL"),
        (["Lundpost is a part of Coast Media. © 2021 Lundpost, LLC. All Rights Reserved."], "Lundpost"),
        (["Send your stories to contact@news.lundpost.com.au"], "lundpost.com.au"),
        (["Write to redaktion@lundpost.de", "Impressum"], "lundpost.de"),
        (["© 2021 Coast Media Group"], "Coast Media Group"),
        (["Follow us on Twitter", "Share on Facebook", "Top Videos", "Sports Newsletter", "About Us"], ""),
        (["About Anna Lind", "Follow Anna Lind", "Privacy Policy"], ""),
        (["About Lundpost", "Coastline Store", "Privacy Policy"], ""),
        (["Write to redaktion@lundpost.de or info@coast.de", "Impressum"], ""),
        (["Copyright Policy"], ""),
    ],
)
def test_furniture(lines: list[str], name: str) -> None:
    assert source(*lines) == name


def test_the_title_of_the_page_above_its_headline() -> None:
    assert source(above=(f"{HEADLINE} – Lundpost", "Home", "Weather")) == "Lundpost"
    assert source(above=(f"{HEADLINE} -- Lundpost", "Home", "Weather")) == "Lundpost"
    assert source(above=("Ferries stay in port – Lundpost", "Home", "Weather")) == ""
