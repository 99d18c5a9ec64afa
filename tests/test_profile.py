"""The profile: what is remembered comes back word for word; a damaged one says what to do."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard import regular
from breach_wizard.aside import put_aside
from breach_wizard.cli.remembered import remembered
from breach_wizard.errors import InputError, StorageError
from breach_wizard.profile import FLAGS, NAMES, Profile, load, save
from tests.kit import runs
from tests.kit.strategies import TYPED


@given(st.builds(Profile, **{name: st.booleans() if name in FLAGS else TYPED for name in NAMES}))
def test_what_is_saved_is_loaded(profile: Profile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "profile.toml"
        save(path, profile)
        assert load(path) == profile
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_no_profile_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path / "profile.toml") == Profile()


DAMAGED = [
    b"producer = ", b'phone = "1"', b"producer = 5", b"plain = 1", b"\xff", b"a = " + b"[" * 3000, b"a = " + b"{a=" * 3000, b"a = " + b"1" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_one_is_named_and_never_replaced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"profile\.toml"):
        load(path)
    with pytest.raises(StorageError, match="nothing was remembered"):
        save(path, Profile(producer="ONS"))
    assert path.read_bytes() == data


@given(st.binary(max_size=60) | st.text().map(lambda text: f"producer = {text}".encode("utf-8", "replace")))
def test_whatever_it_holds_it_is_a_profile_or_damaged(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(InputError):
        path = Path(folder) / "profile.toml"
        path.write_bytes(data)
        assert isinstance(load(path), Profile)


@pytest.mark.parametrize("data", [b'\xef\xbb\xbfproducer = "ONS"\r\n', b'producer = "ONS"'])
def test_one_that_another_editor_saved_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "profile.toml").write_bytes(data)
    assert load(tmp_path / "profile.toml") == Profile(producer="ONS")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path))
    return tmp_path / "profile.toml"


def test_where_it_can_not_be_set_aside_that_is_said_once_and_it_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("producer = ")

    def fail(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", fail)
    assert [remembered(), remembered()] == [Profile(), Profile()]
    assert capsys.readouterr().err.count("could not be set aside") == 1
    assert home.read_text() == "producer = "


def test_one_that_can_not_be_read_stays_where_it_is(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text('producer = "ONS"')

    def fail(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(regular, "read", fail)
        assert remembered() == Profile()
        with pytest.raises(StorageError):
            save(home, Profile(producer="Ofsted"))
    assert "Correct its permissions" in capsys.readouterr().err
    assert remembered() == Profile(producer="ONS")


def test_what_is_set_aside_replaces_no_other_file(tmp_path: Path) -> None:
    names = []
    for number in range(3):
        (tmp_path / "profile.toml").write_text(str(number))
        names.append(put_aside(tmp_path / "profile.toml", runs.NOW))
    assert [one.read_text() for one in names if one] == ["0", "1", "2"]
