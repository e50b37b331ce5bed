"""Work that was done before, by the digest of all that went into it. Safe to delete."""

from dateline.cache.digests import DIGITS, digest, key, program
from dateline.cache.store import Cache
from dateline.cache.stored import Stored

__all__ = ["DIGITS", "Cache", "Stored", "digest", "key", "program"]
