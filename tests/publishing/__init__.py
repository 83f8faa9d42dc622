"""Publishing: never a half-written site, never a lost file."""
