"""An outlet's appeal to give it money, in the midst of an article: a heading, and paragraphs that speak of its readers.

They are whole sentences about journalism, so that neither their words nor their shape set them apart one by one: the
heading says that the appeal begins, and the last paragraph that speaks of giving ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines import glue

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.normalise.lines.line import Line

APPEAL = "appeal for donations"
_GIVING = r"(?:support|donations?|contributions?|gift)"
_HEADING = re.compile(
    rf"\W*(?:(?:with )?your {_GIVING} (?:helps?|makes?|matters?|allows?|keeps?|funds?)\b.*|"
    r"(?:please )?(?:help|support) (?:us|our|independent|quality|free|local|fearless|nonprofit|public)\b.*|"
    rf"(?:please )?(?:donate|make a {_GIVING}|consider (?:donating|supporting|making a {_GIVING}))\b.*|"
    r"why (?:you should )?support\b.*|"
    r"(?:mit )?ihre (?:unterstützung|spende)\b.*|unterstützen sie (?:uns|unabhängigen)\b.*|"
    r"votre (?:soutien|don)\b.*|soutenez[- ](?:nous|un journalisme)\b.*|"
    r"(?:con )?(?:tu|su) (?:apoyo|donación)\b.*|apoya(?:nos)?\b.*|"
    r"toeta (?:meid|meie)\b.*|поддержите (?:нас|независим)\b.*)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\byour (?:{_GIVING}|generosity)\b|\bdonat(?:e|ing|ions?)\b|\bpaywalls?\b|\bcan afford\b|\bafford it\b|"
    r"\b(?:reader|listener|viewer|member)[- ](?:funded|supported)\b|\bcontribut\w+ (?:from|of) (?:our )?readers\b|"
    r"\bbecome a (?:member|supporter)\b|\bsupport (?:us|our)\b|"
    r"\bspenden?\b|\bIhre Unterstützung\b|\bvotre (?:soutien|don)\b|\bsu (?:apoyo|donación)\b|\bваш\w* поддержк\w+",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us|wir|uns\w*|nous|notre|nos|nosotros|nuestr\w+|мы|нас|наш\w*)\b", re.IGNORECASE)
WORDS = 14  # of a heading, at most
REACH = 6  # lines below the heading in which it ends


def mark(lines: Sequence[Line], labels: list[str], open_labels: Collection[str]) -> None:
    """Give the lines of an appeal their label: its heading, and those down to the last one that asks for something."""
    for i, line in enumerate(lines):
        if line.words > WORDS or labels[i] not in open_labels or not _HEADING.fullmatch(line.text):
            continue
        end = next((j for j in range(min(len(lines) - 1, i + REACH), i, -1) if _is_asking(lines[j].text)), i)
        if end > i:
            for j in range(i, end + 1):
                labels[j] = APPEAL if labels[j] in open_labels else labels[j]


def _is_asking(text: str) -> bool:
    return _ASKS.search(text) is not None and (_OURS.search(text) is not None or glue.is_appeal(text))
