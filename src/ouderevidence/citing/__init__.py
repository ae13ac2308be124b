"""A work as people write it: labels, reference lists in APA 7, BibTeX, RIS and CSL-JSON, and which work is meant."""
