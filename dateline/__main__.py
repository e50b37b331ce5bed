"""`python -m dateline VERB`, and the command `dateline`."""

import sys
from typing import NoReturn


def start() -> NoReturn:
    """Run a verb. An interrupt before the program is loaded is no fault of it, and ends in a line too."""
    try:
        from dateline.program import run
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    start()
