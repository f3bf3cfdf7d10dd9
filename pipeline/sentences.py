"""What every command does the same way: an error is one sentence and an exit code, JSON goes to standard output."""

import json
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import typer

from extractors.errors import SopError
from pipeline import console
from pipeline.inputs import WrongUseError


@contextmanager
def sentences(verbose: bool = False) -> Iterator[None]:
    """Turns errors into one sentence on standard error and an exit code."""
    try:
        yield
    except KeyboardInterrupt as error:
        console.error("dihentikan; jalankan lagi perintah yang sama untuk melanjutkan.")
        raise typer.Exit(130) from error
    except Exception as error:
        if verbose:
            traceback.print_exc()
        console.error(_sentence(error))
        raise typer.Exit(2 if isinstance(error, WrongUseError) else 1) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, WrongUseError | SopError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'berkas'}: {error.strerror or error}"
    return f"kesalahan tak terduga: {type(error).__name__}: {error} (rincian: --verbose)"


def print_json(content: Mapping[str, Any] | list[Any]) -> None:
    """Prints for a machine."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
