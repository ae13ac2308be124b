"""Texts: passages and in-text citations; knows works, not the library."""
