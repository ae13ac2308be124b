"""The joined library: claims with their works, filtered, profiled, tabulated, searched and exported."""
