"""The review packet: what a clinician gets, on paper and as one file for the screen."""
