"""[Entry] -> a static site: plan the pages, render them, publish what changed."""

from dateline.site import last, making
from dateline.site.build import Workshop, build, prepare
from dateline.site.output import Report, publish
from dateline.site.plan import plan
from dateline.site.spare import begun
from dateline.site.views import Page

__all__ = ["Page", "Report", "Workshop", "begun", "build", "last", "making", "plan", "prepare", "publish"]
