"""content/site.yaml -> Config, and what is wrong with it."""

from dateline.config.reading import STOPS, gone, load
from dateline.config.settings import PARTS, RIGHTS, SITE_KEYS, Config, Rights, Source

__all__ = ["PARTS", "RIGHTS", "SITE_KEYS", "STOPS", "Config", "Rights", "Source", "gone", "load"]
