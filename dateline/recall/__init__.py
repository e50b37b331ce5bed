"""The last run's corpus and the files that differ from it -> the same corpus, with their articles worked on again.

Most edits change what one article says, and nothing that all articles decide together: no address, no name, no text
that stands elsewhere too. Then all others stand as they were left, and none of them is looked at. Each of these is
made sure of, by the digests and values that decisions were made from; where one differs, the corpus is read anew.
"""

from dateline.recall.edits import again
from dateline.recall.left import NAME, Last, last, leave, take

__all__ = ["NAME", "Last", "again", "last", "leave", "take"]
