"""The page of definitions: who holds a district by which rule, over the same claims."""
