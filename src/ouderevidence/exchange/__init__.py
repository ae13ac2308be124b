"""What leaves the library as a file for another program: a table for Excel, references for a reference manager."""

from __future__ import annotations

from ouderevidence.exchange.bibtex import to_bibtex
from ouderevidence.exchange.files import FORMS, export, text_of
from ouderevidence.exchange.notes import to_csl
from ouderevidence.exchange.ris import to_ris
from ouderevidence.exchange.spreadsheet import to_csv

__all__ = ["FORMS", "export", "text_of", "to_bibtex", "to_csl", "to_csv", "to_ris"]
