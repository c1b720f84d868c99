"""From the engine's answers to what a page shows; the provider's view is made in a room of its own."""
