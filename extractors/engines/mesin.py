"""What an engine offers."""

from collections.abc import Sequence
from typing import Protocol

from extractors.engines.gambar import Gambar
from extractors.sheets import Word


class Engine(Protocol):
    """Reads words from pictures. Boxes are pixels of the picture given; ``baris`` counts lines within it from 0.

    ``keyakinan`` is 0..1 on the engine's own scale for a bare engine, and the measured share of words that are
    right for one that ``engines`` hands out.
    """

    @property
    def nama(self) -> str:
        """What ``Word.mesin`` of its words is."""

    @property
    def versi(self) -> str:
        """Names the program and its version: results of another are not the same."""

    @property
    def huruf(self) -> float:
        """The height of capital letters, in pixels, from which it reads crops well."""

    def tersedia(self) -> bool:
        """Whether it can run here; looks only, reads nothing."""

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page."""

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each of several small pictures; ``angka``: they hold a number and nothing else."""
