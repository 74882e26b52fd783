"""Everything that must hold, by room."""
