"""Raw SOP to canonical SOP. Pure: no input or output but its own tables, no clock, never raises on bad text.

- ``model``      the contract as pydantic models
- ``reading``    Reading: what every ``parse`` returns
- ``bukti``      collects the evidence while the SOP is built
- ``data``       offices, months, units, kinds of regulation, titles, spelling, the register
- ``fuzzy`` ``prose``                                 text tools of the room
- ``tanggal`` ``waktu`` ``pejabat`` ``pelaksana`` ``sitasi``   one kind of value each
- ``identitas`` ``instansi`` ``dasar_hukum`` ``daftar`` ``prosedur``   by contract key
- ``normalize``  RawSop to Sop: the only module that knows both shapes
"""
