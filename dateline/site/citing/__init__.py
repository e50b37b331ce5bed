"""Articles -> what cites them: a line of text, BibTeX, RIS, CSL-JSON, COinS."""

from dateline.site.citing.bibtex import bibtex
from dateline.site.citing.coins import coins
from dateline.site.citing.csl import csl
from dateline.site.citing.formats import FORMATS, Format, record, records
from dateline.site.citing.plain import plain
from dateline.site.citing.report import report
from dateline.site.citing.ris import ris
from dateline.site.citing.work import Work, work

__all__ = [
    "FORMATS",
    "Format",
    "Work",
    "bibtex",
    "coins",
    "csl",
    "plain",
    "record",
    "records",
    "report",
    "ris",
    "work",
]
