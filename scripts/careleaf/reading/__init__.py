"""From disk to model: every mistake of an author becomes a fault with its place, and reading goes on."""
