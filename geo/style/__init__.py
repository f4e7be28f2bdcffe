"""How things are drawn, as plain data: colours, signs, steps, extents; no colour carries meaning alone."""
