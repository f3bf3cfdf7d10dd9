"""How properties are tried: the same examples on every machine, and no deadline, for machines differ in speed.

``HYPOTHESIS_PROFILE=acak`` tries new examples instead.
"""

import os

from hypothesis import settings

settings.register_profile("tetap", derandomize=True, deadline=None)
settings.register_profile("acak", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))
