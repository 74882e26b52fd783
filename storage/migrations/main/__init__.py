"""The history of the wijk's store."""
