"""`python -m dateline VERB`."""

from dateline.cli import run

run()
