"""All measurements, one after the other: `python -m bench`."""

from bench import intake, running


def main() -> None:
    """Run them all."""
    for part in (intake, running):
        part.main()


if __name__ == "__main__":
    main()
