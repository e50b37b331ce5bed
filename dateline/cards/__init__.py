"""Entry -> Card: what lists, charts and counts ask of an article, small enough to be kept for all of a corpus."""

from dateline.cards.sayings import Saying, sayings
from dateline.cards.shared import Shared
from dateline.cards.told import Telling, Told, opened, tell
from dateline.cards.writing import CORRECTED, EXCERPT, UNATTRIBUTED, Card, Dating, Key, card, excerpt, sound

__all__ = [
    "CORRECTED",
    "EXCERPT",
    "UNATTRIBUTED",
    "Card",
    "Dating",
    "Key",
    "Saying",
    "Shared",
    "Telling",
    "Told",
    "card",
    "excerpt",
    "opened",
    "sayings",
    "sound",
    "tell",
]
