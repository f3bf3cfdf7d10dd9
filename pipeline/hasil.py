"""HasilBerkas: what became of one input file. Small and picklable: it travels between processes."""

from dataclasses import dataclass
from typing import Literal

from pipeline.naskah import Naskah

Status = Literal["ok", "bukan_sop", "gagal"]


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """What became of one input file.

    Attributes:
        berkas: its path relative to the input folder.
        sha256: of its bytes; None when they could not be had or are over the limit.
        status: ok, bukan_sop (read, but no SOP in it) or gagal.
        alasan: one Indonesian sentence, naming the file, why it is not ok; None when it is.
        naskah: its SOPs in reading order; their ids are final only once the whole run is known.
        log: the traceback of an unexpected error, for whoever repairs the program.
    """

    berkas: str
    sha256: str | None
    status: Status
    alasan: str | None = None
    naskah: tuple[Naskah, ...] = ()
    log: str | None = None
