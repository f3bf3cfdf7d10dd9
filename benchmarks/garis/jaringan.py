"""The network as one recipe, cooked twice: with TensorFlow to learn, as an ONNX file to be used.

A small U-Net. The page comes in as blocks of 2 x 2 pixels, is looked at in four sizes, at the smaller ones along
both directions over more than an inch, and leaves at full size: for each pixel how much speaks for each layer.
"""

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Bobot = dict[str, NDArray[np.float32]]
LAPIS = 4
"""Level rules, plumb rules, outlines of symbols, arrows."""
KELIPATAN = 16
"""Width and height of a page are multiples of it."""
LEBAR = (16, 32, 48, 64)
"""Channels in each of the four sizes."""
PANJANG = 9
"""Places that a look along one direction takes in."""


class Dapur(Protocol):
    """What the recipe needs; values are whatever the kitchen works on."""

    def conv(self, x: Any, nama: str, langkah: int = 1) -> Any:
        """A convolution with its bias, edges filled with zeros."""

    def relu(self, x: Any) -> Any:
        """Nothing below zero."""

    def tambah(self, x: Any, y: Any) -> Any:
        """The sum."""

    def gabung(self, x: Any, y: Any) -> Any:
        """Channels of both."""

    def besar(self, x: Any) -> Any:
        """Twice as wide and high, each value four times."""

    def lipat(self, x: Any) -> Any:
        """Blocks of 2 x 2 as channels."""

    def buka(self, x: Any) -> Any:
        """Channels as blocks of 2 x 2."""


def ukuran() -> dict[str, tuple[int, int, int, int]]:
    """The shapes of the weights: out, in, height, width."""
    a, b, c, d = LEBAR
    out = {
        "a1": (a, 4, 3, 3),
        "a2": (a, a, 3, 3),
        "b1": (b, a, 3, 3),
        "b2": (b, b, 3, 3),
        "c1": (c, b, 3, 3),
        "d1": (d, c, 3, 3),
        "u3": (c, d + c, 3, 3),
        "u2": (b, c + b, 3, 3),
        "u1": (a, b + a, 3, 3),
        "akhir": (4 * LAPIS, a, 1, 1),
    }
    for nama, n in (("c", c), ("d", d), ("e", d), ("v", c)):
        out |= {f"{nama}_datar": (n, n, 1, PANJANG), f"{nama}_tegak": (n, n, PANJANG, 1)}
    return out


def resep(dapur: Dapur, x: Any) -> Any:
    """From ink (0 paper, 1 black) to one value per pixel and layer; above zero speaks for it."""
    conv, relu, tambah = dapur.conv, dapur.relu, dapur.tambah

    def jauh(y: Any, nama: str) -> Any:
        for arah in ("datar", "tegak"):
            y = tambah(y, relu(conv(y, f"{nama}_{arah}")))
        return y

    a = relu(conv(relu(conv(dapur.lipat(x), "a1")), "a2"))
    b = relu(conv(relu(conv(a, "b1", 2)), "b2"))
    c = jauh(relu(conv(b, "c1", 2)), "c")
    d = jauh(jauh(relu(conv(c, "d1", 2)), "d"), "e")
    y = jauh(relu(conv(dapur.gabung(dapur.besar(d), c), "u3")), "v")
    y = relu(conv(dapur.gabung(dapur.besar(y), b), "u2"))
    y = relu(conv(dapur.gabung(dapur.besar(y), a), "u1"))
    return dapur.buka(conv(y, "akhir"))


def awal(seed: int) -> Bobot:
    """Weights to begin with."""
    acak = np.random.default_rng(seed)
    out: Bobot = {}
    for nama, shape in ukuran().items():
        skala = np.sqrt(2 / (shape[1] * shape[2] * shape[3])) * (0.3 if "_" in nama else 1)
        out[nama] = (acak.normal(0, skala, shape)).astype(np.float32)
        out[nama + "_b"] = np.zeros(shape[0], np.float32)
    out["akhir_b"] -= 2
    return out


class _Onnx:
    """Writes the nodes of an ONNX graph."""

    def __init__(self, bobot: Bobot) -> None:
        from onnx import helper, numpy_helper

        self.helper, self.nodes = helper, list[Any]()
        self.tensors = []
        for nama, w in bobot.items():
            self.tensors.append(numpy_helper.from_array(w.astype(np.float16), nama + "_16"))
            self.nodes.append(helper.make_node("Cast", [nama + "_16"], [nama], to=1))
        self.shapes = {nama: w.shape for nama, w in bobot.items()}
        self.tensors.append(numpy_helper.from_array(np.asarray([1, 1, 2, 2], np.float32), "dua"))

    def _node(self, op: str, inputs: list[str], **sifat: Any) -> str:
        out = f"n{len(self.nodes)}"
        self.nodes.append(self.helper.make_node(op, inputs, [out], **sifat))
        return out

    def conv(self, x: str, nama: str, langkah: int = 1) -> str:
        h, w = self.shapes[nama][2:]
        # As TensorFlow pads: with steps of two, one more on the far side.
        tepi = [h // 2, w // 2, h // 2, w // 2] if langkah == 1 else [0, 0, 1, 1]
        return self._node("Conv", [x, nama, nama + "_b"], strides=[langkah] * 2, pads=tepi)

    def relu(self, x: str) -> str:
        return self._node("Relu", [x])

    def tambah(self, x: str, y: str) -> str:
        return self._node("Add", [x, y])

    def gabung(self, x: str, y: str) -> str:
        return self._node("Concat", [x, y], axis=1)

    def besar(self, x: str) -> str:
        return self._node(
            "Resize",
            [x, "", "dua"],
            mode="nearest",
            nearest_mode="floor",
            coordinate_transformation_mode="asymmetric",
        )

    def lipat(self, x: str) -> str:
        return self._node("SpaceToDepth", [x], blocksize=2)

    def buka(self, x: str) -> str:
        return self._node("DepthToSpace", [x], blocksize=2, mode="DCR")


def ke_onnx(bobot: Bobot, catatan: str) -> bytes:
    """The file of a network: weights as half floats, they need no more."""
    from onnx import TensorProto, checker, helper

    dapur = _Onnx(bobot)
    hasil = dapur._node("Sigmoid", [resep(dapur, "tinta")])
    graph = helper.make_graph(
        dapur.nodes,
        "garis",
        [helper.make_tensor_value_info("tinta", TensorProto.FLOAT, [1, 1, "h", "w"])],
        [helper.make_tensor_value_info(hasil, TensorProto.FLOAT, [1, LAPIS, "h", "w"])],
        dapur.tensors,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, doc_string=catatan
    )
    checker.check_model(model)
    data: bytes = model.SerializeToString()
    return data


Resep = Callable[[Dapur, Any], Any]
