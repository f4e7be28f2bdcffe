"""What the page of provinces says: of one, of some beside each other, of all."""
