"""What HTML a page's body may hold."""
