"""What the rules know: words that begin a step, offices, levels of law, supplies. One table per subject."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The content of ``<name>.toml``; the same object on every call, so nobody may change it."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list ``key`` of ``<name>.toml`` as a set to ask."""
    return frozenset(table(name)[key])
