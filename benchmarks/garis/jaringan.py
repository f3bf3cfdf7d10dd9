"""The network as one recipe, cooked twice: with TensorFlow to learn, as an ONNX file to be used.

A small U-Net. The page comes in as blocks of 2 x 2 pixels, is looked at in four sizes, at the smaller ones along
both directions over more than an inch, and leaves at full size: for each pixel how much speaks for each layer.
"""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Bobot = dict[str, NDArray[np.float32]]
LAPIS = 4
"""Level rules, plumb rules, outlines of symbols, arrows."""
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

    def ujung(self, x: Any, y: Any) -> Any:
        """The last two looks, at ``x`` twice as large beside ``y``, and channels as blocks of 2 x 2."""


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
    return dapur.ujung(y, a)


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


def berempat(bobot: Bobot) -> Bobot:
    """The weights of ``ujung`` for a look at the smaller picture that gives four neighbours at once.

    Twice as large each place is four times the same, so three places in a row are two of before, and nothing need be made
    large to be looked at. Sums and their order are other ones, so that values differ in their last digit.

    Returns:
        ``u1_x`` for what was to be made large, ``u1_y`` for what is looked at in steps of two, ``u1_b``, and ``akhir`` with
        ``akhir_b`` for blocks of 4 x 4 pixels.
    """
    n, banyak = len(bobot["u1"]), LEBAR[1]
    kecil, besar = bobot["u1"][:, :banyak], bobot["u1"][:, banyak:]
    x = np.zeros((2, 2, n, banyak, 3, 3), np.float32)
    y = np.zeros((2, 2, n, besar.shape[1], 4, 4), np.float32)
    akhir = np.zeros((4, 4, LAPIS, 2, 2, n), np.float32)
    # Of the three places that a look takes in, which of the smaller picture each is.
    letak = np.array(([[1, 0, 0], [0, 1, 1], [0, 0, 0]], [[0, 0, 0], [1, 1, 0], [0, 0, 1]]), np.float32)
    for tinggi, lebar in np.ndindex(2, 2):
        x[tinggi, lebar] = np.einsum("ya,xb,oiab->oiyx", letak[tinggi], letak[lebar], kecil)
        y[tinggi, lebar, :, :, tinggi : tinggi + 3, lebar : lebar + 3] = besar
        akhir[2 * tinggi :, 2 * lebar :][:2, :2, :, tinggi, lebar] = bobot["akhir"].reshape(2, 2, LAPIS, n)
    return {
        "u1_x": x.reshape(4 * n, banyak, 3, 3),
        "u1_y": y.reshape(4 * n, -1, 4, 4),
        "u1_b": np.tile(bobot["u1_b"], 4),
        "akhir": akhir.reshape(16 * LAPIS, 4 * n, 1, 1),
        "akhir_b": np.tile(bobot["akhir_b"].reshape(2, 2, LAPIS), (2, 2, 1)).ravel(),
    }


class _Onnx:
    """Writes the nodes of an ONNX graph."""

    def __init__(self, bobot: Bobot) -> None:
        from onnx import helper, numpy_helper

        self.helper, self.nodes = helper, list[Any]()
        self.tensors = []
        for nama, w in bobot.items():
            half = w.astype(np.float16)
            if (half == w).all():
                self.tensors.append(numpy_helper.from_array(half, nama + "_16"))
                self.nodes.append(helper.make_node("Cast", [nama + "_16"], [nama], to=1))
            else:
                self.tensors.append(numpy_helper.from_array(w, nama))
        self.shapes = {nama: w.shape for nama, w in bobot.items()}
        tetap = {
            "dua": np.asarray([1, 1, 2, 2], np.float32),
            "langkah": np.float32(1 / 255),
            "nol": np.uint8(0),
        }
        self.tensors += [numpy_helper.from_array(np.asarray(w), nama) for nama, w in tetap.items()]

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

    def ujung(self, x: str, y: str) -> str:
        kecil = self._node("Conv", [x, "u1_x", "u1_b"], pads=[1] * 4)
        besar = self._node("Conv", [y, "u1_y"], strides=[2, 2], pads=[1] * 4)
        akhir = self.conv(self.relu(self.tambah(kecil, besar)), "akhir")
        # Bytes are a quarter of what is to be moved.
        bytes_ = self._node("QuantizeLinear", [self._node("Sigmoid", [akhir]), "langkah", "nol"])
        return self._node("DepthToSpace", [bytes_], blocksize=4, mode="DCR")


def ke_onnx(bobot: Bobot, catatan: str) -> bytes:
    """The file of a network: weights as half floats, they need no more; sums of them as they are."""
    from onnx import TensorProto, checker, helper

    bobot = {nama: w.astype(np.float16).astype(np.float32) for nama, w in bobot.items()}
    dapur = _Onnx({nama: w for nama, w in bobot.items() if nama != "u1"} | berempat(bobot))
    hasil = resep(dapur, "tinta")
    graph = helper.make_graph(
        dapur.nodes,
        "garis",
        [helper.make_tensor_value_info("tinta", TensorProto.FLOAT, [1, 1, "h", "w"])],
        [helper.make_tensor_value_info(hasil, TensorProto.UINT8, [1, LAPIS, "h", "w"])],
        dapur.tensors,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, doc_string=catatan
    )
    checker.check_model(model)
    data: bytes = model.SerializeToString()
    return data
