"""Workflows on GitHub: least permissions, every action pinned by commit, no credentials left on the disk."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = [
    *sorted((ROOT / ".github/workflows").glob("*.y*ml")),
    *sorted((ROOT / "dateline/starter/dot-github/workflows").glob("*.y*ml")),
]
NEEDED = {  # of all jobs together; nothing may be written but the published pages
    "contents": "read",
    "pages": "write",
    "id-token": "write",
}


@pytest.fixture(params=WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def workflow(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    text = request.param.read_text(encoding="utf-8")
    return text, yaml.safe_load(text)


def test_actions_are_pinned_by_commit_with_the_version_beside_it(workflow: tuple[str, dict[str, Any]]) -> None:
    used = re.findall(r"uses: *(.+)", workflow[0])
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", line)] == []


def test_permissions_are_the_least(workflow: tuple[str, dict[str, Any]]) -> None:
    assert workflow[1]["permissions"] == {}
    for job in workflow[1]["jobs"].values():
        assert job["permissions"].items()
        for name, level in job["permissions"].items():
            assert level in ("read", NEEDED.get(name)), name
        if any("run" in step for step in job["steps"]):
            assert "write" not in job["permissions"].values()


def test_a_checkout_keeps_no_credentials_and_no_text_is_put_into_a_script(
    workflow: tuple[str, dict[str, Any]],
) -> None:
    for job in workflow[1]["jobs"].values():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", "")
    assert "pull_request_target" not in workflow[0]


@pytest.mark.parametrize("path", [path for path in WORKFLOWS if path.name == "pages.yml"], ids=str)
def test_warnings_do_not_keep_a_site_from_being_published(path: Path) -> None:
    """A topic of one's own, say, which check warns of."""
    steps = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    (line,) = [step["run"] for step in steps if " check" in step.get("run", "")]
    assert line.endswith(" check --fail-on error")


@pytest.mark.parametrize("name", ["site.txt", "test.txt"])
def test_every_package_is_pinned_by_a_digest(name: str) -> None:
    text = (ROOT / ".requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert pins
    assert [line[:60] for line in pins if not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_the_packages_are_installed_by_digest_and_the_audit_is_documented() -> None:
    assert "--require-hashes" in (ROOT / "build.py").read_text(encoding="utf-8")
    assert "pip-audit" in (ROOT / ".github/SECURITY.md").read_text(encoding="utf-8")
