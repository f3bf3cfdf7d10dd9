"""All that is seen only over the whole set, from its cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.compare import kaitan, kegiatan, kembar
from pipeline.compare.kaitan import Kaitan
from pipeline.compare.kartu import Kartu
from pipeline.compare.kegiatan import Kegiatan
from pipeline.compare.kembar import Kelompok


@dataclass(frozen=True, slots=True)
class Himpunan:
    """A set of SOPs; all indices are places in ``kartu``.

    Attributes:
        kartu: the cards, in the order of the set.
        kembar: SOPs that are the same.
        kegiatan: procedures that several units have.
        kaitan: the related SOPs that each names.
    """

    kartu: Sequence[Kartu]
    kembar: Sequence[Kelompok]
    kegiatan: Sequence[Kegiatan]
    kaitan: Sequence[Kaitan]


def himpunan(kartu: Sequence[Kartu]) -> Himpunan:
    """The set that these cards make."""
    return Himpunan(kartu, kembar.cari(kartu), kegiatan.cari(kartu), kaitan.cari(kartu))
