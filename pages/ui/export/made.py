"""What the export panel makes: the button and its estimate, a running export, a finished one to download."""

from __future__ import annotations

import re

import streamlit as st

from geo.wording.lists import dotted
from geo.wording.text import t
from pages.ui import language
from pages.ui.export import jobs
from pages.ui.export.choices import ExportPlan
from pages.ui.export.finished import KEPT_S
from pages.ui.export.jobs import CANCELLED, DONE, FAILED, GONE, RUNNING, Job
from pages.ui.server.gate import Busy

JOB, MESSAGE = "take_job", "take_message"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: How often a running one is looked at, and a finished one.
POLL_S, LOOK_S = 0.5, 30
MEGABYTE = 1_000_000


def show(plan: ExportPlan) -> None:
    """The button and the estimate; a running export with its progress; a finished one to download."""
    job: Job | None = st.session_state.get(JOB)
    if job and job.state == RUNNING:
        _running()
        return
    if plan.refused:
        st.warning(plan.refused)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            t("take.make"), type="primary", on_click=_start, args=(plan,), disabled=bool(plan.refused), key="take_make"
        )
        if not plan.refused:
            st.text(t("take.estimate", size=_in_words(plan.estimate.size), seconds=round(plan.estimate.seconds)))
    if message := st.session_state.pop(MESSAGE, None):
        st.warning(message)
    if job and _sort_of(job.file_name) == _sort_of(plan.file_name):
        _ended(job)


def _sort_of(file_name: str) -> str:
    """What a file is, whatever its days: what was made is offered only where such a thing is chosen."""
    return DAY.sub("", file_name)


def _start(plan: ExportPlan) -> None:
    """Start a job; one at a time for this reader."""
    job: Job | None = st.session_state.get(JOB)
    if job and job.state == RUNNING:
        return
    st.session_state[JOB] = None
    try:
        st.session_state[JOB] = Job(plan.command, plan.file_name, plan.estimate.seconds)
    except Busy:
        st.session_state[MESSAGE] = t("take.busy", most=jobs.MAX_AT_ONCE)
    except OSError:
        st.session_state[MESSAGE] = t("take.no_room")


@st.fragment(run_every=POLL_S)
@language.spoken
def _running() -> None:
    job: Job | None = st.session_state.get(JOB)
    if job is None or job.state != RUNNING:
        if job and job.state == DONE:
            st.toast(t("take.done", name=job.file_name))  # told aloud, and also to who has gone on reading
        st.rerun()
    frames = t("take.frames", done=job.frames[0], total=job.frames[1]) if job.frames else t("take.making")
    st.progress(job.share, text=frames)
    st.button(t("take.cancel"), on_click=job.cancel, key="take_cancel")


def _ended(job: Job) -> None:
    if job.state == DONE:
        _finished()
    elif job.state == FAILED:
        st.warning(t("take.failed"))
        st.text(job.message)
    elif job.state == CANCELLED:
        st.caption(t("take.cancelled"))
    elif job.state == GONE:
        st.caption(t("take.gone", count=KEPT_S // 60))


@st.fragment(run_every=LOOK_S)
@language.spoken
def _finished() -> None:
    """The file to download, for as long as it is held: the button holds it too, so it goes with it."""
    job: Job | None = st.session_state.get(JOB)
    content = job.content if job else b""
    if job is None or job.state != DONE:
        st.rerun()
    is_packed = content.startswith(b"PK") and not job.file_name.endswith(".zip")
    name = f"{job.file_name}.zip" if is_packed else job.file_name
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(t("take.download"), content, name, "application/octet-stream", on_click="ignore")
        st.text(dotted([name, _in_words(len(content))]))


def _in_words(size: int) -> str:
    """'1.3 MB' or '40 kB'."""
    return (
        t("take.mb", size=round(size / MEGABYTE, 1))
        if size >= MEGABYTE / 10
        else t("take.kb", size=max(1, size // 1000))
    )
