"""Who may do what, through the real intake and store."""
