"""Runs the rooms, judges and writes.

- ``cli`` ``console`` ``show``    the command line; parsing, printing, looking at one stage
- ``config``     Settings, their defaults and limits, and their fingerprint
- ``run``        the recipe: one file to its SOPs (``hasil``, ``naskah``)
- ``batch``      a folder: ``inputs``, ``executors``, ``cache``, ``ids``, ``publish``, ``ledger``, ``manifest``, ``atomic``
- ``findings``   the rules, one function each
- ``diff``       two SOPs, or raw and canonical, compared value by value (``align``)
- ``outputs``    what is written: JSON, tables, diff report, documents, index
- ``score``      output against hand-checked truth (``truth``)
- ``data``       the words that reports and documents use
"""
