"""The sources page: the list, the balance."""
