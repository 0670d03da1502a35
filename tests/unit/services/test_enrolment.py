"""Enrolment by files between real stores: keys are made once, trust comes from the centre and only goes forward."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.errors import PanaError, Refusal, Trouble
from app.domain.permissions import Actor
from app.services import enrolment, exchange
from app.store import peers, slots
from app.store.store import NewStore, Store, create
from tests.offices import at, make_store
from tests.unit.services import exchange_offices as o


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path / "office")
    store.set_clock(o.NOW)
    yield store
    store.close()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path / "centre", office="CEN00", kind="centre")
    store.set_clock(o.NOW)
    yield store
    store.close()


def test_three_files_make_an_office_known_to_the_centre(office: Store, centre: Store) -> None:
    assert enrolment.status(office) == ("none", "", 0, "")
    request = enrolment.make_request(office, o.clerk(office))
    assert enrolment.make_request(office, o.clerk(office)) == request
    asked = enrolment.status(office)
    assert (asked.state, asked.roster_version) == ("requested", 0)
    assert len(asked.fingerprint) == 39
    response = enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    installed = enrolment.install(office, o.clerk(office), response)
    assert installed[:3] == ("ALA01-S1", "CEN00-S1", 2)
    assert enrolment.status(office) == ("certified", asked.fingerprint, 2, "CEN00-S1")
    assert enrolment.status(centre)[2:] == (2, "CEN00-S1")


def test_the_centre_stands_in_version_one_by_itself_or_by_the_same_three_files(centre: Store) -> None:
    installed = o.enrol(centre, centre)
    assert installed[:3] == ("CEN00-S1", "CEN00-S1", 1)
    assert enrolment.credentials(centre).roster.centre() is not None


def test_the_authority_is_kept_locked_and_wants_its_passphrase(office: Store, centre: Store) -> None:
    request = enrolment.make_request(office, o.clerk(office))
    first = enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    locked = (centre.folder / enrolment.AUTHORITY).read_bytes()
    assert b"PRIVATE" not in locked
    with pytest.raises(Trouble) as wrong:
        enrolment.certify(centre, o.clerk(centre), request, "another")
    assert wrong.value.condition == "sync.authority_passphrase"
    (centre.folder / enrolment.AUTHORITY).unlink()
    with pytest.raises(Trouble) as gone:
        enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    assert gone.value.condition == "exchange.authority_missing"
    assert enrolment.status(centre).roster_version == 2
    enrolment.install(office, o.clerk(office), first)


def test_an_older_roster_and_another_authority_are_refused(office: Store, centre: Store, tmp_path: Path) -> None:
    request = enrolment.make_request(office, o.clerk(office))
    older = enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    newer = enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    assert enrolment.install(office, o.clerk(office), newer).roster_version == 3
    assert _refused(lambda: enrolment.install(office, o.clerk(office), older)) == "sync.roster_rollback"
    foreign = make_store(tmp_path / "foreign", office="CEN00", kind="centre")
    response = enrolment.certify(foreign, o.clerk(foreign), request, o.CA_PASSPHRASE)
    foreign.close()
    assert _refused(lambda: enrolment.install(office, o.clerk(office), response)) == "sync.ca_changed"
    assert enrolment.status(office).roster_version == 3


def test_nothing_is_installed_without_a_request_or_for_another_workstation(office: Store, centre: Store) -> None:
    assert _refused(lambda: enrolment.install(office, o.clerk(office), b"x")) == "enrolment.not_requested"
    enrolment.make_request(office, o.clerk(office))
    assert _refused(lambda: enrolment.install(office, o.clerk(office), b"x")) == "sync.response_format"
    request = enrolment.make_request(centre, o.clerk(centre))
    response = enrolment.certify(centre, o.clerk(centre), request, o.CA_PASSPHRASE)
    assert _refused(lambda: enrolment.install(office, o.clerk(office), response)) == "sync.response_for_other"
    assert enrolment.status(office).state == "requested"


def test_who_may_not_is_refused_first(office: Store, centre: Store) -> None:
    plain = Actor("clerk", frozenset({"clerk"}), "region")
    assert _refused(lambda: enrolment.make_request(office, plain)) == "permission.role"
    assert _refused(lambda: enrolment.certify(office, o.clerk(office), b"", "x")) == "permission.office"
    assert _refused(lambda: enrolment.install(office, plain, b"")) == "permission.role"
    assert not (office.folder / enrolment.AUTHORITY).exists()
    assert enrolment.status(office).state == "none"
    bad = enrolment.certify
    assert _refused(lambda: bad(centre, o.clerk(centre), b"not a request", o.CA_PASSPHRASE)) == "sync.request_format"
    assert not (centre.folder / enrolment.AUTHORITY).exists()


def test_a_live_centre_wants_a_long_passphrase_for_its_authority(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "area"))
    new = NewStore("live", "centre", "", "CEN00", 1, "Орталық", "Центр", "clerk", "Айнұр Омарова")
    live = create(tmp_path / "live", new, "a passphrase of the office", slots.FLOOR).store
    try:
        request = enrolment.make_request(live, o.clerk(live))
        short = _refused(lambda: enrolment.certify(live, o.clerk(live), request, "short"))
    finally:
        live.close()
    assert short == "passphrase.too_short"


def test_without_enrolment_nothing_is_exchanged(office: Store, tmp_path: Path) -> None:
    assert _refused(lambda: exchange.export(office, o.clerk(office), tmp_path)) == "exchange.not_enrolled"
    assert _refused(lambda: exchange.import_bundles(office, o.clerk(office), tmp_path)) == "exchange.not_enrolled"


def test_secret_keys_stand_in_no_file_in_the_clear(office: Store) -> None:
    office.set_clock(at("2026-06-15 11:00"))
    enrolment.make_request(office, o.clerk(office))
    with office.reading() as connection:
        keys = peers.keys(connection)
    assert keys is not None
    for path in (p for p in office.folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        assert keys.signing not in data
        assert keys.secret.encode() not in data


def _refused(act: object) -> str:
    with pytest.raises(PanaError) as error:
        act()  # type: ignore[operator]
    assert isinstance(error.value, Refusal | Trouble)
    return error.value.code
