"""What a running service costs: computing and memory, with the processes that it started (a model)."""

from time import perf_counter

import psutil

MEGABYTE = 1024 * 1024


class Cost:
    """Counts from when it is made. `look` now and then: the most memory is what was seen."""

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._began, self._before = perf_counter(), self._computed()
        self._after, self._lasted, self._most = self._before, 0.0, 0

    def look(self) -> None:
        """See how it stands."""
        resident = sum(one.memory_info().rss for one in self._all())
        self._most = max(self._most, resident // MEGABYTE)
        self._after, self._lasted = self._computed(), perf_counter() - self._began

    @property
    def seconds(self) -> float:
        """Computed up to the last look, in the program and in the kernel for it."""
        return self._after - self._before

    @property
    def megabytes(self) -> int:
        """The most that was resident; what processes share counts for each."""
        return self._most

    @property
    def share(self) -> float:
        """Of one core, up to the last look."""
        return self.seconds / self._lasted

    def _computed(self) -> float:
        times = [one.cpu_times() for one in self._all()]
        return float(sum(one.user + one.system for one in times))

    def _all(self) -> list[psutil.Process]:
        return [self._process, *self._process.children(recursive=True)]
