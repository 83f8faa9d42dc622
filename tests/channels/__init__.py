"""What each channel makes of a page."""
