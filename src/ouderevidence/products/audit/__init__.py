"""Audit a draft: its citations against its reference list and the library, its form, and what has no source."""

from ouderevidence.products.audit.catalogue import CATALOGUE
from ouderevidence.products.audit.examination import audit
from ouderevidence.products.audit.report import Audit, Remark

__all__ = ["CATALOGUE", "Audit", "Remark", "audit"]
