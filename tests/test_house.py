"""The rules of the house that no linter knows."""

import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import typer
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pipeline import cli

ROOT = Path(__file__).parent.parent
ROOMS = ("extractors", "normalizers", "pipeline", "templates")
MODULES = sorted(path for room in (*ROOMS, "tests", "benchmarks") for path in (ROOT / room).rglob("*.py"))
SHAPELESS = {"utils", "util", "helpers", "helper", "misc", "common", "shared", "stuff"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS = dict(
    re.findall(r"^([A-Za-z0-9._-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
)
MACHINE = re.compile(
    rb"/(?:home|root|Users|work|tmp|opt)/(?!homebrew/)[A-Za-z0-9_.-]+|\b[A-Z]:\\\\?Users\b|https?://(?:pypi|files\.pyth)"
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_is_too_long(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 400


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_each_module_is_called_after_what_it_owns(path: Path) -> None:
    assert not SHAPELESS & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}


@pytest.mark.parametrize("path", [p for p in MODULES if p.relative_to(ROOT).parts[0] in ROOMS], ids=named)
def test_each_module_says_what_it_owns(path: Path) -> None:
    begin = path.read_text("utf-8")[:4]
    assert begin.startswith(('"""', 'r"""'))


def test_each_command_has_help() -> None:
    group = typer.main.get_command(cli.app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert command.help, name
        for parameter in command.params:
            assert parameter.help, f"{name}: {parameter.name}"


def test_each_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in typer.main.get_command(cli.app).commands:  # type: ignore[attr-defined]
        assert f"sopbaku {name}" in readme, name


def test_pins_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", pin) for pin in pins)
    assert pins == sorted(pins, key=lambda pin: pin.partition("==")[0].casefold())


def test_all_that_is_needed_is_pinned() -> None:
    pinned = {canonicalize_name(name) for name in PINS}
    assert needed(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]) <= pinned


def needed(requirements: list[str]) -> set[str]:
    """The names of these packages, of what they need here, and so on."""
    names: set[str] = set()
    waiting = [Requirement(line) for line in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in names:
            continue
        names.add(name)
        for line in metadata.requires(name) or ():
            inner = Requirement(line)
            if inner.marker is None or any(
                inner.marker.evaluate({"extra": extra}) for extra in requirement.extras or {""}
            ):
                waiting.append(inner)
    return names


def test_nothing_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and path != Path(__file__):
            assert not MACHINE.search(path.read_bytes()), name
