"""A verb on the command line -> an exit status. What goes wrong is said in a line, and the process ends."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from dateline.blame import MistakeError
from dateline.cli import OK, UNUSABLE, dateline
from dateline.tools import files, interrupts
from dateline.tools.exclusive import BusyError
from dateline.tools.folder import ForeignFolderError
from dateline.workers.cluster import ClusterError


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; its exit status. A fault of the program itself is written down, and said in one line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = dateline.main(args=arguments, prog_name=_name(), standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return interrupts.STOPPED
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stderr.close()
        return OK
    except (ForeignFolderError, BusyError, ClusterError, MistakeError) as error:
        click.echo(str(error), err=True)
        return UNUSABLE
    except OSError as error:
        said, remedy = files.failure(error)
        click.echo(f"{said}. Nothing that was published has been changed.", err=True)
        if remedy:
            click.echo(f"    {remedy}", err=True)
        return UNUSABLE
    except Exception:
        click.echo(_crash(), err=True)
        return UNUSABLE
    return status if isinstance(status, int) else OK


def run() -> NoReturn:
    """The program itself: `main`, and the end of the process.

    Where nothing is left but memory, the system takes that back at once; Python would first empty it piece by piece,
    which after a build takes longer than to publish an edit.
    """
    _open_what_is_closed()
    interrupts.heed()
    status = main()
    if threading.active_count() == 1 and not _children():
        with suppress(OSError, ValueError):  # ValueError: it is closed, as where the reader of a pipe had enough
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(status)
    sys.exit(status)


def _open_what_is_closed() -> None:
    """Of the three streams, a schedule or a service may give none: `>&-`. What is said there is said to nobody, and no
    file of the site is opened in the stream's place, where other programs' complaints would run into it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nobody = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  for as long as the process is
            setattr(sys, name, nobody)


def _children() -> bool:
    """Are there processes that must end with this one? Whoever has any has loaded what starts them."""
    started = sys.modules.get("multiprocessing")
    return bool(started and started.active_children())


def _name() -> str:
    name = Path(sys.argv[0]).name
    return "python3 build.py" if name == "build.py" else "dateline"


def _crash() -> str:
    from dateline.tools import crash

    log = crash.noted()
    return (
        f"Dateline itself went wrong: {log.last}\nWhat happened is written in {log.name}; please report it.\n"
        "Nothing that was published has been changed."
    )
