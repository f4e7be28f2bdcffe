"""What the first answers of Compare and of the stories hold: true pictures of the address's days, with words and ways."""
