"""From findings to what an author, a program or a code host reads."""
