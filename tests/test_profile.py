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


@given(st.builds(Profile, **{one.name: TYPED for one in fields(Profile) if one.name != "plain"}, plain=st.booleans()))
def test_what_is_saved_is_loaded(profile: Profile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "profile.toml"
        save(path, profile)
        assert load(path) == profile
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_no_profile_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path / "profile.toml") == Profile()


@pytest.mark.parametrize("text", ["producer = ", 'phone = "1"', "producer = 5", "plain = 1"])
def test_a_damaged_one_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=r"profile\.toml"):
        load(path)
