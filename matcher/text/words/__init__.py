"""The words of a text: stems, lists of them, and phrases found among them."""
