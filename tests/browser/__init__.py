"""What readers get, in a real Chromium."""
