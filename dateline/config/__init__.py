"""content/site.yaml -> Config, and what is wrong with it."""

from dateline.config.reading import STOPS, gone, load
from dateline.config.settings import PARTS, SITE_KEYS, Config, Rights, Source

__all__ = ["PARTS", "SITE_KEYS", "STOPS", "Config", "Rights", "Source", "gone", "load"]
