"""Nothing in the program turns data into code, asks the network, or hands words to a shell."""

import ast
from contextlib import suppress
from pathlib import Path

import pytest

import dateline
from dateline.tools import yamlio

PROGRAM = [
    path
    for path in sorted(Path(dateline.__file__).parent.rglob("*.py"))
    if path.relative_to(Path(dateline.__file__).parent).parts[:2] != ("data", "make")  # scripts for the shipped data
]
CODE = {"eval", "exec", "compile", "__import__"}
MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "dill",
    "ftplib",
    "telnetlib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "xmlrpc",
}
NETWORK = {"urllib.request", "http.client", "socket"}
MAY = {
    "serving.py": {"socket"},  # the preview names the type of what it listens at
    "compiled.py": {"marshal"},  # templates that ship with the program, kept beside its own .pyc files
}


def calls(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    return [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: path.stem)
def test_no_data_becomes_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not imported & (MODULES | NETWORK) - MAY.get(path.name, set())
    for name, call in calls(tree):
        assert name not in CODE
        assert not (
            name.startswith("yaml.") and name.rpartition(".")[2] in ("load", "load_all", "unsafe_load", "full_load")
        )
        assert not any(word.arg == "shell" for word in call.keywords)


def test_yaml_makes_texts_lists_and_mappings_only() -> None:
    for text in (
        "a: !!python/object/apply:os.system [id]",
        "a: !!python/name:os.system",
        "a: !!binary aGk=",
        "a: !x y",
    ):
        try:
            found = yamlio.parse(text).value
        except yamlio.YamlError:
            continue
        assert isinstance(found, dict)
        assert all(isinstance(value, (str, list)) for value in found.values())


def test_an_alias_that_repeats_itself_ends() -> None:
    """Nine lists of nine, each of the one before: a billion texts, were they made."""
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    with suppress(yamlio.YamlError):
        yamlio.parse(bomb)


def test_what_yaml_can_say_and_no_file_can_hold() -> None:
    assert yamlio.parse('"a\\uffff": "b\\U0010FFFF c\\ufdd0"').value == {"a\ufffd": "b\ufffd c\ufffd"}
    with suppress(yamlio.YamlError):  # libyaml refuses half a character
        assert yamlio.parse('a: "\\ud800"').value == {"a": "\ufffd"}
