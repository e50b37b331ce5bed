"""`python -m dateline VERB`."""

from dateline.program import run

run()
