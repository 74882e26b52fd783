"""Made by chance: whatever may come in from a platform, and whole lives of a wijk, against the promises."""
