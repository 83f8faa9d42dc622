"""What careleaf knows: frozen records, without disk, clock or network."""
