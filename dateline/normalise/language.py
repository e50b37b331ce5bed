"""Text -> its language, BCP 47."""

from __future__ import annotations


def detect(text: str, default: str = "") -> str:
    """The language; `default` where the text is too short to tell."""
    return default or "en" if text else default
