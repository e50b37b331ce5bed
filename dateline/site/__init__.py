"""[Entry] -> a static site: plan the pages, render them, publish what changed.

making build               the whole site: the work spread over the cores, and published
plan sitemap               everything that it has; top to bottom, plan is the site map
pages/                     one module for each kind of page
beside/ feeds/ tables/     files beside pages · Atom and JSON Feed · the archive as tables, for other programs
shown/                     what pages show of an article or a subject
linked citing/ relating/   JSON-LD · citations · which articles and subjects go together
publishing/                the folder is made, compared, swapped in
templating/ prose/         contexts to HTML · an article's Markdown to HTML
views/ planned showing     what templates are given · what is made of what · what may be told of an article
charts/ links words/       pictures as SVG · addresses to links · the language of the interface
assets escaping            stylesheets, scripts, fonts · text in HTML

Each may import those below it; tests/test_architecture.py holds that.
"""

from dateline.site import making
from dateline.site.build import Workshop, build, prepare
from dateline.site.plan import plan
from dateline.site.publishing import last
from dateline.site.publishing.output import Report, publish
from dateline.site.publishing.spare import begun
from dateline.site.views import Page

__all__ = ["Page", "Report", "Workshop", "begun", "build", "last", "making", "plan", "prepare", "publish"]
