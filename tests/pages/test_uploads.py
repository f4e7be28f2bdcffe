"""What readers have brought is counted, each and all together; what is beyond is let go with a polite word."""

from __future__ import annotations

import gc
import weakref
from types import SimpleNamespace

import pytest
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from geo.wording.text import t
from pages.ui.server import gc_freeze, quota, uploads

MB = uploads.MEGABYTE


@pytest.fixture
def brings(monkeypatch: pytest.MonkeyPatch, as_session):
    """brings("a", 5): session a holds 5 MB in all; brings.there is the set of sessions that Streamlit keeps."""
    monkeypatch.setattr(uploads, "_held", quota.Quota())
    monkeypatch.setenv(uploads.VARIABLE, "70")

    def hold(session_id: str, size: int) -> bool:
        as_session(session_id)
        return uploads.has_room(size * MB)

    hold.there = as_session.there  # type: ignore[attr-defined]
    return hold


def test_one_reader_may_not_bring_more_than_a_share(brings) -> None:
    assert brings("a", uploads.OF_ONE)
    assert not brings("a", uploads.OF_ONE + 1)


def test_all_together_may_not_bring_more_than_the_server_bears(brings) -> None:
    assert brings("a", 50) and brings("b", 20)
    assert not brings("c", 1) and not brings("b", 21)
    assert brings("a", 40) and brings("c", 10)  # who removes a file makes room


def test_what_a_reader_held_is_free_when_the_session_has_ended(brings) -> None:
    assert brings("a", 50)
    assert not brings("b", 30)
    brings.there.discard("a")
    assert brings("b", 30)


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


def test_what_a_reader_held_is_let_go_though_it_was_taken_out_of_the_walk(brings, monkeypatch) -> None:
    """Modules that came while files were read take sessions along out of the collector's walk (decision 45)."""
    kept = {"a", "b"}
    monkeypatch.setattr(uploads, "_holders", set())
    monkeypatch.setattr(uploads, "is_kept", kept.__contains__)
    assert brings("a", 1) and brings("b", 0)
    ring = Ring()
    gone = weakref.ref(ring)
    gc_freeze.freeze()
    del ring
    uploads.give_back()  # the session is still kept
    assert gone() is not None
    kept.discard("b")
    uploads.give_back()  # who held nothing leaves nothing
    assert gone() is not None
    kept.discard("a")
    uploads.give_back()
    assert gone() is None
    gc.unfreeze()


def test_a_session_whose_time_is_over_is_let_go_before_the_next_is_left(brings, monkeypatch) -> None:
    """Streamlit's store gives such a session to nobody, and holds it until it is written to again."""
    clock = [0.0]
    storage = MemorySessionStorage()
    storage._cache = TTLCache(maxsize=8, ttl=60, timer=lambda: clock[0])
    manager = SimpleNamespace(_session_storage=storage, get_session_info=storage.get)
    monkeypatch.setattr(quota, "_manager", lambda: manager)
    monkeypatch.setattr(uploads, "_holders", set())
    ring = Ring()
    gone = weakref.ref(ring)
    storage.save(SimpleNamespace(session=SimpleNamespace(id="a", holds=ring)))  # type: ignore[arg-type]
    assert brings("a", 1)
    del ring
    uploads.give_back()  # the page was left a moment ago
    assert gone() is not None and quota.is_kept("a")
    clock[0] = 61.0
    assert not quota.is_kept("a") and gone() is not None
    uploads.give_back()
    assert gone() is None
    gc.unfreeze()


def test_it_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(uploads.VARIABLE, "12")
    assert uploads.most_of_all() == 12
    monkeypatch.setenv(uploads.VARIABLE, "twelve")
    assert uploads.most_of_all() == uploads.DEFAULT
    assert quota.set_number("NOT_SET", 3) == 3


def test_a_file_without_room_is_let_go_and_the_page_says_so(visit_page, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visit_page("add")
    monkeypatch.setattr(uploads, "OF_ONE", 0)
    page.file_uploader[0].set_value(("a.csv", b"date,lat,lon\n2021-09-05,35.3,69.5\n", "text/csv"))
    page.run()
    assert not page.exception
    assert [warning.value for warning in page.warning] == [t("add.no_room", one=0)]
    assert page.file_uploader[0].value is None and not page.button
    page.run()
    assert not page.warning


def test_of_all_files_that_a_session_has_sent_the_one_in_the_box_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    files = MemoryUploadedFileManager("/upload")
    for session, name in (("a", "1"), ("a", "2"), ("b", "3")):
        files.add_file(session, UploadedFileRec(name, f"{name}.csv", "text/csv", b"x"))
    here = SimpleNamespace(session_id="a", uploaded_file_mgr=files)
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: here)
    uploads.let_go_of_others("2")
    assert {session: list(kept) for session, kept in files.file_storage.items()} == {"a": ["2"], "b": ["3"]}
    uploads.let_go_of_others("")
    assert not files.file_storage.get("a") and list(files.file_storage["b"]) == ["3"]
