"""Spellings of labels, headings and symbols, as TOML beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed TOML file of that name, without its suffix."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
