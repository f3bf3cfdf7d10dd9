"""SOPs seen together: which are the same, which belong together, and how one procedure differs between units.

- ``kata``      the meaning-bearing words of a text, affixes stripped
- ``kartu``     what the whole set needs to know of one SOP: small, so that ten thousand fit in memory
- ``blok``      which SOPs are worth comparing at all: MinHash signatures in bands
- ``kembar``    the same SOP twice: copies, versions, one procedure under two names
- ``kegiatan``  the same procedure in several units
- ``kaitan``    related SOPs that are named, found in the set
- ``himpunan``  all of these over one run
- ``jajar``     steps of several SOPs aligned around the most central one
- ``banding``   one procedure across units: steps, actors, times, regulations
- ``rancangan`` the most central SOP as a proposal, with what the others have
"""
