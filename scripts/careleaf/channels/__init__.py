"""What goes out: each channel turns the model into text or bytes and writes nothing."""
