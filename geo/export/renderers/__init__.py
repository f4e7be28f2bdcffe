"""Two ways to draw the same marks: vectors and fine pictures with matplotlib, fast frames with Pillow."""
