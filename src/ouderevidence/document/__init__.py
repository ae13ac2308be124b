"""A document as a tree, and out of the house: Markdown, HTML, Word and PDF, whole or not at all."""
