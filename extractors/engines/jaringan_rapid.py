"""The networks of RapidOCR, run without the rest of that library: loading it alone takes longer than reading a page's doubts."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from extractors.networks import network

Jaringan = Literal["det", "rec"]
"""What finds lines of text, and what reads one."""


def weights(which: Jaringan) -> Path | None:
    """The file with a network's weights; None where the library that brings it, or what runs it, is not installed."""
    found = find_spec("rapidocr")
    if found is None or found.origin is None or find_spec("onnxruntime") is None:
        return None
    return next(iter(sorted((Path(found.origin).parent / "models").glob(f"*_{which}_*.onnx"))), None)


def answer(which: Jaringan, picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a network says of a picture.

    Args:
        which: the network.
        picture: height x width, -1 is black and 1 is white.
    """
    given = np.repeat(picture[None, None], 3, axis=1)
    ready = session(which)
    return np.asarray(ready.run(None, {ready.get_inputs()[0].name: given})[0][0])


def session(which: Jaringan) -> Any:
    """A network ready to run in this process; a fork does not inherit another's."""
    return _loaded(which, os.getpid())


@cache
def _loaded(which: Jaringan, process: int) -> Any:
    return network(str(weights(which)))
