"""Known then: the record as it could be known by the end of a day, and what came later."""
