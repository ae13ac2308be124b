"""The brief (*kennisnotitie*): an evidence library as a document in Markdown, HTML, Word or PDF."""

from ouderevidence.products.brief.brief import Brief

__all__ = ["Brief"]
