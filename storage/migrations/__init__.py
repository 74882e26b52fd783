"""The histories of both schemas; they only grow."""
