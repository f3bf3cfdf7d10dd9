"""Engines that read words from pictures, behind one small interface.

An engine is one module that probes and runs one program or library. ``engines`` says which of
them a run uses: Tesseract in process, else the program, else RapidOCR, which pip alone brings.
"""

from extractors.engines.mesin import Engine as Engine
from extractors.engines.pilihan import engines as engines
from extractors.engines.pilihan import required as required
from extractors.engines.pilihan import second_opinion as second_opinion
from extractors.engines.pilihan import strip_reader as strip_reader
from extractors.engines.pilihan import versed_opinion as versed_opinion
