"""What the rules on language share."""
