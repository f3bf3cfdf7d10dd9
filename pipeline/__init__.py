"""Runs the rooms, judges and writes.

- ``config``    Settings, their defaults and limits
- ``naskah``    Naskah: one SOP with all that the outputs need
- ``run``       the recipe: one file to its SOPs
- ``batch``     a folder: process pool, progress, resume, manifest
- ``findings``  the rules, one function each
- ``diff``      two SOPs, or raw and canonical, compared value by value
- ``outputs``   what is written: JSON, tables, diff report, documents, index
- ``score``     output against hand-checked truth
- ``cli``       the command line; parsing only
"""
