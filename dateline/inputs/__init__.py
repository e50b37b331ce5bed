"""What a build is made from: every file that it reads, and whether any of them has changed."""

from dateline.inputs.looking import look, remembered
from dateline.inputs.whole import Inputs, read, write

__all__ = ["Inputs", "look", "read", "remembered", "write"]
