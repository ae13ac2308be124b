"""A folder of evidence, in and out: read with the line of each value, checked, joined, written."""
