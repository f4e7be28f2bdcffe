"""The provinces page: one, several side by side, all of them."""
