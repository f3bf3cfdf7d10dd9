"""What a page's pictures took of memory, kept for the next page's.

A page makes some hundred arrays of its size, each for a moment. The C library gives each back to the system at
once and asks anew, and to have the pages of memory filled in again takes longer than much of what is computed.
"""

import ctypes
from contextlib import suppress
from typing import Final

TRIM, TOP_PAD, MAPPED = -1, -2, -3
"""What ``mallopt`` of the GNU C library calls: free memory at the end that is given back, memory that is asked for
at once, and the size from which memory is asked for alone."""
KEPT: Final = 1 << 29
AT_ONCE: Final = 1 << 26
LARGE: Final = 1 << 29


def keep() -> None:
    """Lets this process keep what it has used; another C library is left as it is."""
    with suppress(OSError, AttributeError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        for what, size in ((TRIM, KEPT), (TOP_PAD, AT_ONCE), (MAPPED, LARGE)):
            mallopt(what, size)
