#!/usr/bin/env python3
"""The entry: sees to its own environment, then hands over to dateline.program.

    python3 build.py            seeds/ -> content/ -> public/
    python3 build.py serve      preview with live reload
    python3 build.py test       every test
    python3 build.py --help     all verbs

What Dateline needs is installed into .venv on the first run, at pinned versions whose digests are checked. Inside an
active virtual environment that has these packages, that one is used. This file itself needs nothing but Python.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = ROOT / ".requirements"
OLDEST = (3, 11)
READY = (3, 14)  # the newest Python for which all that is pinned is there ready-made, for the usual systems


def main() -> int:
    """Run a verb in an environment that has what it needs."""
    if sys.version_info < OLDEST:
        sys.exit(f"Dateline needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    testing = "test" in sys.argv[1:2]
    lock = LOCKS / ("test.txt" if testing else "site.txt")
    if not serves(sys.prefix, lock):
        python = prepare(lock)
        command = [str(python), "-X", "utf8", str(ROOT / "build.py"), *sys.argv[1:]]
        environment = {**os.environ, "DATELINE_VENV": str(VENV)}
        if os.name == "posix":
            os.execve(command[0], command, environment)  # noqa: S606  the same program, in its environment
        return subprocess.call(command, env=environment)  # noqa: S603  likewise, where exec would leave the shell early
    if testing:
        return test(sys.argv[2:])
    from dateline.program import run

    return run()


def serves(prefix: str, lock: Path) -> bool:
    """Is this interpreter one that has what the lock file lists?"""
    if Path(prefix) == VENV:
        return marker(lock).exists()
    if sys.prefix == sys.base_prefix:  # not a virtual environment: its packages are somebody else's
        return False
    from importlib.metadata import PackageNotFoundError, version

    def fits(have: str, wanted: str) -> bool:  # the site is built with any version of the pinned generation
        return have == wanted or (lock.name == "site.txt" and have.split(".")[0] == wanted.split(".")[0])

    try:
        return all(fits(version(name), wanted) for name, wanted in pins(lock))
    except PackageNotFoundError:
        return False


def pins(lock: Path) -> list[tuple[str, str]]:
    """The packages of a lock file that this machine needs, as far as one line tells, with their versions."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    needed = [
        line.split("\\")[0] for line in lines if "==" in line and not line.startswith((" ", "#")) and ";" not in line
    ]
    return [(name.strip(), wanted.strip()) for name, _, wanted in (line.partition("==") for line in needed)]


def marker(lock: Path) -> Path:
    """A file in .venv that says: this lock file has been installed here."""
    return VENV / f".has-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"


def prepare(lock: Path) -> Path:
    """Make .venv, or bring it up to date; its Python."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if marker(lock).exists() and python.exists():  # no longer, where the Python that it was made from is gone
        return python
    say(f"Setting up {VENV.name}/ with the packages of {lock.relative_to(ROOT)} (once; about a minute) …")
    if not works(python):
        make(python)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run([*command, "--require-hashes", "--requirement", str(lock)], check=False)  # noqa: S603
    if done.returncode:
        sys.exit(not_installed(lock))
    for installed in (lock, LOCKS / "site.txt"):  # the packages for tests are those of the site, and more
        marker(installed).touch()
    return python


def not_installed(lock: Path) -> str:
    """What to do where pip has failed."""
    words = (
        "The packages could not be installed; pip says why above.\n"
        "Without a network, use a machine that has one once, or an active environment that has the packages of "
        f"{lock.relative_to(ROOT)}."
    )
    if sys.version_info[:2] > READY:
        newest = ".".join(map(str, READY))
        words += (
            f"\nThis is Python {sys.version.split()[0]}: not all packages are there ready-made for it, and others need "
            f"a C compiler. Python {newest} needs none: python{newest} build.py"
        )
    return words


def make(python: Path) -> None:
    """Create .venv anew."""
    try:
        import ensurepip
        import venv
    except ImportError:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.exit(
            "This Python cannot make a virtual environment: its `venv` module is missing.\n"
            f"On Debian or Ubuntu: sudo apt install python{version}-venv; then run this again.\n"
            f"Or make one by other means, activate it, and `pip install -r {LOCKS.name}/site.txt` into it."
        )
    del ensurepip  # only asked whether it is there
    venv.create(VENV, clear=True, with_pip=True)
    if not works(python):
        sys.exit(f"{VENV} was made, but its Python does not start. Delete the folder and run this again.")


def works(python: Path) -> bool:
    """Does this interpreter start, and has it pip? A set-up that was interrupted leaves one that has not."""
    if not python.exists():
        return False
    return subprocess.run([str(python), "-c", "import pip"], check=False, capture_output=True).returncode == 0  # noqa: S603


def test(arguments: list[str]) -> int:
    """Format, lint, types and tests: all run, whatever fails; pytest's own summary comes last.

    With arguments, pytest alone, in one process: `build.py test tests/site -k links`.
    """
    checks = [
        ["ruff", "format", "--check", "--quiet", "."],
        ["ruff", "check", "--quiet", "."],
        ["mypy", "--no-error-summary"],
    ]
    failed = 0
    for check in [] if arguments else checks:
        done = subprocess.run([sys.executable, "-m", *check], cwd=ROOT, check=False)  # noqa: S603
        say(f"{' '.join(check[:2])}: {'ok' if done.returncode == 0 else 'failed'}")
        failed = failed or done.returncode
    on_all_cores = ["--numprocesses=logical"]
    tests = [sys.executable, "-m", "pytest", *(arguments or on_all_cores)]
    done = subprocess.run(tests, cwd=ROOT, check=False)  # noqa: S603
    return failed or done.returncode


def say(words: str) -> None:
    """One line on standard error, at once."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # in the set-up, in the tests, or before the program is loaded
        say("\nStopped.")
        sys.exit(130)
