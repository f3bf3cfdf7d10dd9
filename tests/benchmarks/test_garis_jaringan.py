"""The network that finds rules, as it is cooked to be used."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.garis.jaringan import LAPIS, LEBAR, Bobot, awal, berempat

Values = NDArray[np.float64]


def look(x: Values, w: NDArray[np.float32], step: int, pad: int) -> Values:
    """A convolution, channels first."""
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(1, 2))[:, ::step, ::step]
    return np.asarray(np.einsum("chwyx,ocyx->ohw", windows, w))


def blocks(x: Values, side: int) -> Values:
    """Channels as blocks of pixels."""
    _, high, wide = x.shape
    apart = x.reshape(side, side, LAPIS, high, wide)
    return apart.transpose(2, 3, 0, 4, 1).reshape(LAPIS, high * side, wide * side)


def as_learned(p: Bobot, x: Values, y: Values) -> Values:
    both = np.concatenate([x.repeat(2, 1).repeat(2, 2), y])
    seen = np.maximum(look(both, p["u1"], 1, 1) + p["u1_b"][:, None, None], 0)
    return blocks(look(seen, p["akhir"], 1, 0) + p["akhir_b"][:, None, None], 2)


def as_used(p: Bobot, x: Values, y: Values) -> Values:
    both = look(x, p["u1_x"], 1, 1) + look(y, p["u1_y"], 2, 1)
    seen = np.maximum(both + p["u1_b"][:, None, None], 0)
    return blocks(look(seen, p["akhir"], 1, 0) + p["akhir_b"][:, None, None], 4)


def test_looking_at_half_the_size_shows_the_same() -> None:
    chance = np.random.default_rng(1)
    p = awal(1)
    p["u1_b"] = chance.normal(size=p["u1_b"].shape).astype(np.float32)
    x, y = chance.normal(size=(LEBAR[1], 6, 5)), chance.normal(size=(LEBAR[0], 12, 10))
    np.testing.assert_allclose(as_used(berempat(p), x, y), as_learned(p, x, y), atol=1e-4)
