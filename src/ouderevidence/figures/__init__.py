"""Figures: the sourcing map, works by year, levels by building block, the network of claims and works."""

from __future__ import annotations

from ouderevidence.figures.chart import Chart
from ouderevidence.figures.levels import levels_by_block
from ouderevidence.figures.network import claim_work_network
from ouderevidence.figures.readings import levels_by_reading
from ouderevidence.figures.sourcing import gap_map
from ouderevidence.figures.years import works_by_year

__all__ = ["Chart", "claim_work_network", "gap_map", "levels_by_block", "levels_by_reading", "works_by_year"]
