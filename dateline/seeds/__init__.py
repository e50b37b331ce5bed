"""seeds/ -> Seeds: the files of the folder, their bytes, and the raw articles in them.

for path in listing(root)[0]:  data, problems = load(root, path);  found = read(path, data)
"""

from dateline.seeds.folder import listing, load
from dateline.seeds.readers import read

__all__ = ["listing", "load", "read"]
