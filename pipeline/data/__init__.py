"""What the pipeline room knows: Indonesian names of keys, levels, ways of finding and kinds of change."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The content of ``<name>.toml``; the same object on every call, so nobody may change it."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
