"""All that makes words: the catalogue, dates, the sentence of the day, citations, stories."""
