"""What a built site gets on top of its pages, whichever generator built them."""
