"""Two ways to draw the same primitives: vectors and fine pictures with matplotlib, fast frames with Pillow."""
