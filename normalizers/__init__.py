"""Raw SOP to canonical SOP. Pure: no input or output but its own tables, no clock, never raises on bad text.

- ``model``      the contract as pydantic models; ``sop.schema.json`` is generated from it
- ``reading``    Reading: what every ``parse`` returns; ``bukti`` collects evidence and witnesses
- ``data``       offices, months, units, kinds of regulation, titles, spelling, the register
- ``fuzzy`` ``prose`` ``bilangan`` ``sel``     likeness, one clean line, numbers, the text of a cell
- ``tanggal`` ``waktu`` ``nomor`` ``nama_sop`` ``urutan``      dates, durations, the SOP's number and name, step numbers
- ``pejabat`` (``kantor`` ``nama`` ``nip`` ``sebutan``)     the approving officer
- ``pelaksana`` ``unit``     actors' roles; names of governments and units
- ``sitasi`` (``kutipan`` ``kamus`` ``lembaga`` ``lembaran`` ``naskah`` ``nomor_peraturan``)     citations
- ``peraturan``  the register of regulations
- ``identitas`` ``instansi`` ``dasar_hukum`` ``daftar`` ``prosedur``     by contract key
- ``normalize``  RawSop to Sop: the only module that knows both shapes
"""
