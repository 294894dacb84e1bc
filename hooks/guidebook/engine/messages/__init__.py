"""What the models refuse, in the words of an author."""
