"""An engine as the readers use it: its results kept where wanted, its boxes cut to their words, its confidence made comparable."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.engines import simpan
from extractors.engines.gambar import Gambar
from extractors.engines.kalibrasi import calibrated
from extractors.engines.mesin import Engine
from extractors.engines.ujung_kata import with_own_ends
from extractors.sheets import Word


@dataclass(frozen=True, slots=True)
class Pembaca:
    """An engine whose ``keyakinan`` is the probability that a word is right."""

    mesin: Engine

    @property
    def nama(self) -> str:
        """The engine's own."""
        return self.mesin.nama

    @property
    def versi(self) -> str:
        """The engine's own."""
        return self.mesin.versi

    @property
    def huruf(self) -> float:
        """The engine's own."""
        return self.mesin.huruf

    def tersedia(self) -> bool:
        """The engine's own."""
        return self.mesin.tersedia()

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page."""
        read = simpan.remembered(
            self.mesin.versi, "halaman", [picture], lambda some: [self.mesin.read_page(one) for one in some]
        )
        return calibrated(with_own_ends(read[0], picture))

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each crop."""
        read = simpan.remembered(
            self.mesin.versi,
            "angka" if angka else "sel",
            crops,
            lambda some: self.mesin.read_lines(some, angka=angka),
        )
        return [calibrated(with_own_ends(words, crop)) for words, crop in zip(read, crops, strict=True)]
