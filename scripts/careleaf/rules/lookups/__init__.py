"""What several rules look up in a library."""
