"""The last crops that an engine read in this process: a heading is cut out before its table is known and once more after."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Concatenate, ParamSpec

from extractors.engines.gambar import Gambar
from extractors.sheets import Word

PALING_BANYAK = 256
P = ParamSpec("P")
Read = Callable[Concatenate[Gambar, P], list[Word]]


def baru_dibaca(read: Read[P]) -> Read[P]:
    """A reader that is not asked again about a picture that it has just read the same way.

    Args:
        read: gives the words of a picture, the same ones whatever it has read before.
    """
    known: OrderedDict[bytes, list[Word]] = OrderedDict()

    @wraps(read)
    def again(picture: Gambar, /, *args: P.args, **kwargs: P.kwargs) -> list[Word]:
        key = blake2b(f"{picture.shape}{args}{kwargs}".encode())
        key.update(picture.tobytes())
        words = known.get(key.digest())
        if words is None:
            words = known[key.digest()] = read(picture, *args, **kwargs)
            while len(known) > PALING_BANYAK:
                known.popitem(last=False)
        return list(words)

    return again
