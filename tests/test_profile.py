"""The profile: what is remembered comes back word for word; a damaged one says what to do."""

import tempfile
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.errors import InputError
from breach_wizard.profile import Profile, load, save
from tests.kit.strategies import TYPED


@given(st.lists(TYPED, min_size=6, max_size=6))
def test_what_is_saved_is_loaded(values: list[str]) -> None:
    profile = Profile(**dict(zip([field.name for field in fields(Profile)], values, strict=True)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "profile.toml"
        save(path, profile)
        assert load(path) == profile
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_no_profile_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path / "profile.toml") == Profile()


@pytest.mark.parametrize("text", ["producer = ", 'phone = "1"', "producer = 5"])
def test_a_damaged_one_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=r"profile\.toml"):
        load(path)
