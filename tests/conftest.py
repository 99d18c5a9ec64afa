"""Settings for all tests: nothing is judged by the time it takes."""

from hypothesis import HealthCheck, settings

from tests.kit.depth import examples

settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(100)
)
settings.load_profile("untimed")
