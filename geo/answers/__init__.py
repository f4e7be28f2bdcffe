"""What programs are told: one function for an answer of the command line, of the live API and of a published file."""
