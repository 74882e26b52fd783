"""What is said while nothing is sent: what cannot wait, and what a person may do at any moment."""

PAUSED = "resident-paused"
SAID_ANYWAY = frozenset(
    {
        PAUSED,
        # Danger does not wait for a report that has to be mended.
        "danger-now",
        "danger-suicide",
        "danger-home",
        "danger-dropped",
        # Who wants to leave, leaves.
        "privacy-ask-wipe",
        "privacy-wiped",
        "privacy-not-wiped",
        # The coordinator has to see that it is paused.
        "coordinator-waiting",
    }
)
"""Keys of texts that go out during a pause."""
