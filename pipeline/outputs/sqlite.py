"""All tables in one SQLite file, for questions of one's own. The same rows give the same bytes."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Final

from pipeline.outputs.rekaman import Cell

_TIPE: Final[Mapping[str, str]] = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"}
_UTAMA: Final = "sop"
"""The table that the others point to with ``id``."""
_UBAHAN: Final = slice(24, 28)
_VERSI: Final = slice(92, 100)
"""Bytes of the header that tell how often the file was changed, and by which version of SQLite: not about its content."""

Tabel = tuple[str, Mapping[str, str], Iterable[tuple[Cell, ...]]]
"""Name, columns with their types, rows."""


def render(tables: Iterable[Tabel]) -> bytes:
    """The database.

    Args:
        tables: the one named ``sop`` first; each is written before the next is asked for.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA page_size = 4096")
        for name, columns, rows in tables:
            database.execute(f"CREATE TABLE {name} ({', '.join(_columns(name, columns))})")
            marks = ", ".join("?" * len(columns))
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            if name != _UTAMA:
                database.execute(f"CREATE INDEX {name}_id ON {name} (id)")
        database.commit()
        content = bytearray(database.serialize())
    content[_UBAHAN] = bytes(4)
    content[_VERSI] = bytes(8)
    return bytes(content)


def _columns(name: str, columns: Mapping[str, str]) -> Iterable[str]:
    for column, kind in columns.items():
        key = ""
        if column == "id":
            key = " PRIMARY KEY" if name == _UTAMA else f" NOT NULL REFERENCES {_UTAMA} (id)"
        yield f'"{column}" {_TIPE[kind]}{key}'
