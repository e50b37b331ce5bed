"""build.py: the environment that it sees to, and what it says where it cannot."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / ".requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9-]+)==([^ \\]+)", re.MULTILINE)


@pytest.fixture
def entry() -> ModuleType:
    spec = importlib.util.spec_from_file_location("entry", ROOT / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_a_digest(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for block in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]:
        assert "==" in block.splitlines()[0]
        assert "--hash=sha256:" in block


def test_the_packages_for_tests_are_those_of_the_site_and_more() -> None:
    site, test = (
        dict(PIN.findall((ROOT / ".requirements" / name).read_text(encoding="utf-8")))
        for name in ("site.txt", "test.txt")
    )
    assert site.items() <= test.items()


def test_every_dependency_of_the_package_is_pinned() -> None:
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pinned = {name for name, _ in PIN.findall((ROOT / ".requirements/site.txt").read_text(encoding="utf-8"))}
    assert {re.split(r"[<>=\[]", name)[0] for name in wanted} <= pinned


def test_this_environment_serves_and_a_bare_python_does_not(entry: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(f"pytest=={pytest.__version__} \\\n    --hash=sha256:0\n", encoding="utf-8")
    assert entry.pins(lock) == [("pytest", pytest.__version__)]
    assert entry.serves(sys.prefix, lock) == (Path(sys.prefix) != entry.VENV)  # in .venv only its marker counts
    lock.write_text("pytest==0.0.1 \\\n    --hash=sha256:0\n", encoding="utf-8")
    assert not entry.serves("/elsewhere", lock)
    site = tmp_path / "site.txt"
    for version, fits in ((f"{pytest.__version__.split('.')[0]}.0.0", True), ("0.0.1", False)):
        site.write_text(f"pytest=={version} \\\n    --hash=sha256:0\n", encoding="utf-8")
        assert entry.serves("/elsewhere", site) == (fits and sys.prefix != sys.base_prefix)


def test_an_old_python_is_told_so(entry: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        entry.main()


def test_a_python_that_is_newer_than_the_packages_is_told_so(
    entry: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = entry.LOCKS / "site.txt"
    monkeypatch.setattr(sys, "version_info", (3, 14, 2))
    assert "C compiler" not in entry.not_installed(lock)
    monkeypatch.setattr(sys, "version_info", (3, 15, 0))
    assert "C compiler" in entry.not_installed(lock)
    assert entry.not_installed(lock).endswith("python3.14 build.py")


def test_a_python_without_venv_is_told_what_to_install(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copytree(ROOT / ".requirements", tmp_path / ".requirements")
    code = (
        "import sys, runpy; sys.modules['ensurepip'] = None; sys.argv = ['build.py'];"
        "runpy.run_path('build.py', run_name='__main__')"
    )
    base = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run([base, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "its `venv` module is missing" in done.stderr
    assert re.search(r"apt install python3\.\d+-venv", done.stderr)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_an_interrupted_set_up_ends_in_a_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copytree(ROOT / ".requirements", tmp_path / ".requirements")
    code = (
        "import runpy, sys, venv; sys.argv = ['build.py']\n"
        "def create(*_, **__): raise KeyboardInterrupt\n"
        "venv.create = create; runpy.run_path('build.py', run_name='__main__')"
    )
    base = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run([base, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr.endswith("\nStopped.\n")
    assert "Traceback" not in done.stderr
