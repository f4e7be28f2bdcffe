"""All that an address can say: the view, filters, a page of its own; nothing else."""
