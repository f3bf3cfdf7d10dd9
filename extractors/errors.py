"""Why an input cannot be used, told in one sentence for the person at the desk.

    SopError                  exit code 1: this file failed, the batch goes on
    ├── BerkasTidakTerbaca    missing, no permission, truncated, encrypted
    ├── BerkasKosong          nothing in it
    ├── BerkasTerlaluBesar    over the limit of the settings
    ├── JenisTidakDikenal     no reader claims it
    └── BukanSop              readable, but holds no SOP

The messages are Indonesian because they reach the manifest and the terminal.
"""


class SopError(Exception):
    """A file that cannot become an SOP; ``str()`` is the sentence for the user."""

    status = "gagal"


class BerkasTidakTerbaca(SopError):
    """The bytes cannot be had or decoded."""


class BerkasKosong(SopError):
    """The file holds no text at all."""


class BerkasTerlaluBesar(SopError):
    """The file is over the size limit of the settings."""


class JenisTidakDikenal(SopError):
    """No reader claims this file."""


class BukanSop(SopError):
    """The file was read, and nothing in it looks like an SOP."""

    status = "bukan_sop"
