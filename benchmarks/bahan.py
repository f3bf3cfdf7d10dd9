"""The building material of the random SOPs: typed, cached access to ``benchmarks/data``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


@cache
def bahan(name: str) -> dict[str, Any]:
    """The parsed table ``data/<name>.toml``."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
