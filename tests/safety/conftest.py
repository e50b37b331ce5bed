"""The small site folder of the verbs' tests, and the way to run a verb on it."""

from tests.verbs.conftest import run, site

__all__ = ["run", "site"]
