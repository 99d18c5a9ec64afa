"""Settings for all tests: nothing is judged by the time it takes."""

import os

from hypothesis import HealthCheck, settings

from tests.kit.depth import examples

settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(100)
)
settings.load_profile("untimed")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test of a terminal waits now and then."""
    return (os.cpu_count() or 1) + 1
