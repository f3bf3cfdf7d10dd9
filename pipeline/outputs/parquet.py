"""Tables as Parquet, typed, for pandas, R, DuckDB and the like. The same rows give the same bytes."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import fastparquet
import pandas as pd

from pipeline.outputs.rekaman import Cell

_TIPE: Final[Mapping[str, Any]] = {
    "text": "object",
    "integer": "Int64",
    "real": "float64",
    "boolean": "boolean",
}


def render(columns: Mapping[str, str], rows: Sequence[tuple[Cell, ...]]) -> bytes:
    """One table as a Parquet file.

    Args:
        columns: name -> text, integer, real or boolean.
        rows: a value per column; None where there is none.
    """
    frame = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    frame = frame.astype({name: _TIPE[kind] for name, kind in columns.items()})
    encoding = {name: "utf8" for name, kind in columns.items() if kind == "text"}
    # The library writes to a path; the file is gone again before anybody could see it.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.parquet"
        fastparquet.write(
            str(path), frame, object_encoding=encoding or "utf8", compression="ZSTD", write_index=False
        )
        return path.read_bytes()
