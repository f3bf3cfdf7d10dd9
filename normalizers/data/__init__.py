"""What the room knows: one table per file, read once per process.

TOML holds what is written by hand (offices, months, units …), CSV what is long and flat
(the register of regulations, places). The shape of a table is its own file's business;
what code needs of it, the module that owns the kind of value builds once and keeps.
"""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The content of ``<name>.toml``; the same object on every call, so nobody may change it."""
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The lines of ``<name>.csv`` by column name, in file order; lines that begin with ``#`` are comments."""
    lines = _read(f"{name}.csv").split("\n")
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


def _read(file: str) -> str:
    return files(__name__).joinpath(file).read_text("utf-8")
