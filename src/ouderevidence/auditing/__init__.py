"""Audit a draft: its citations against its reference list and the library, its form, and what has no source."""

from ouderevidence.auditing.catalogue import CATALOGUE
from ouderevidence.auditing.examination import audit
from ouderevidence.auditing.report import Audit, Remark

__all__ = ["CATALOGUE", "Audit", "Remark", "audit"]
