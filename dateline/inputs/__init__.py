"""What a build is made from: every file that it reads, and whether any of them has changed."""

from dateline.inputs.looking import SETTLED, look, noted, remembered
from dateline.inputs.whole import Inputs, read

__all__ = ["SETTLED", "Inputs", "look", "noted", "read", "remembered"]
