"""The record as a film: MP4, WebM or GIF, from frames drawn on all cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.context import BaseContext
from pathlib import Path

from PIL import Image as Pillow

from geo.control.timeline import Timeline
from geo.export.frames import Frames
from geo.export.marks.manifest import Manifest
from geo.export.marks.recipe import told
from geo.export.marks.seal import with_manifest
from geo.export.palette import shared_palette
from geo.export.picture import RenderOptions
from geo.record.atomic import atomic_path
from geo.record.load import DATA_DIR
from geo.record.spans import add_days, days_between
from geo.wording.cite import AUTHOR

FORMS = ("mp4", "gif", "webm")
STEPS = {"day": 1, "week": 7}
CHUNK = 8  # frames that a worker draws in a row: neighbours share most of their areas
ENCODERS = {
    "mp4": ["-c:v", "libx264", "-preset", "medium", "-crf", "20", "-tune", "animation", "-movflags", "+faststart"],
    "webm": ["-c:v", "libvpx-vp9", "-crf", "30", "-b:v", "0", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1"],
}
PALETTE_FRAMES = 6
ReportProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Pace:
    """How a film goes: frames a second, and seconds that it rests when control changes."""

    fps: float = 4.0
    hold_on_change: float = 0.5


def frame_days(start: str, end: str, step: str) -> list[str]:
    """The days of a film; the last one is always among them.

    Raises
    ------
    ValueError
        When the film would end before it begins.
    """
    if end < start:
        raise ValueError(f"--to {end} is before --from {start}")
    days = [add_days(start, n) for n in range(0, days_between(start, end) + 1, STEPS[step])]
    return days if days[-1] == end else [*days, end]


def write_film(
    timeline: Timeline,
    options: RenderOptions,
    days: Sequence[str],
    pace: Pace,
    path: Path,
    report: ReportProgress,
    data_dir: Path = DATA_DIR,
) -> None:
    """Write the days as a film; the ending of `path` says in which form.

    Parameters
    ----------
    tell : called with the number of frames drawn and the number of all.

    Raises
    ------
    ValueError
        When the ending, a day, the size or the pace is not one that can be drawn.
    OSError
        When the file can't be written.
    """
    form = path.suffix.lower().removeprefix(".")
    _check(form, path, options, pace, timeline, days)
    holds = _holds(timeline, options.perspective, days, pace)
    with atomic_path(path) as temporary:
        maker = Frames(timeline, options, days, data_dir)
        palette = shared_palette([maker.frame(day) for day in _samples(days)]) if form == "gif" else None
        with closing(drawn_frames(maker, days, report)) as frames:
            first = chain([next(frames)], frames)  # the workers begin before the encoder: they would keep its pipe open
            if palette:
                _write_gif(first, palette, holds, pace, temporary)
            else:
                _encode(first, holds, options, pace, form, temporary)
        made = {"options": told(options), "days": list(days), "pace": told(pace)}
        whole = with_manifest(temporary.read_bytes(), form, Manifest("film", timeline.dataset.version, made))
        temporary.write_bytes(whole)


def drawn_frames(frames: Frames, days: Sequence[str], report: ReportProgress) -> Generator[Pillow.Image, None, None]:
    """The frames of the days in their order, drawn by one process a core where the system can fork."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1 or len(days) <= CHUNK or "fork" not in multiprocessing.get_all_start_methods():
        for number, day in enumerate(days, start=1):
            yield frames.frame(day)
            report(number, len(days))
        return
    global _shared
    _shared = frames  # the workers inherit the basemap that is already drawn
    context, size = multiprocessing.get_context("fork"), frames.options.size
    with closing(_in_turn([days[at : at + CHUNK] for at in range(0, len(days), CHUNK)], cores, context)) as drawn:
        for number, pixels in enumerate(drawn, start=1):
            yield Pillow.frombytes("RGB", size, pixels)
            report(number, len(days))


def _in_turn(chunks: Sequence[Sequence[str]], cores: int, context: BaseContext) -> Generator[bytes, None, None]:
    """The pixels of the days in their order. (A `multiprocessing.Pool` that is stopped while results are large may never end.)"""
    rest = iter(chunks)
    with ProcessPoolExecutor(cores, context, _obey) as pool:  # all workers begin at the first `submit`
        waiting = deque(pool.submit(_frames_bytes, chunk) for chunk in islice(rest, 2 * cores))
        try:
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(pool.submit(_frames_bytes, chunk) for chunk in islice(rest, 1))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_shared: Frames | None = None


def _obey() -> None:
    """A worker ends when it is told to; an interrupt from the keyboard is for the process that requested it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _frames_bytes(days: Sequence[str]) -> list[bytes]:
    if _shared is None:
        raise RuntimeError("a worker without its frames")
    return [_shared.frame(day).tobytes() for day in days]


def _check(form: str, path: Path, options: RenderOptions, pace: Pace, timeline: Timeline, days: Sequence[str]) -> None:
    if form not in FORMS:
        raise ValueError(f"{path}: a film ends in {', '.join(f'.{form}' for form in FORMS)}")
    if form != "gif" and (options.size[0] % 2 or options.size[1] % 2):
        raise ValueError(f"--size {options.size[0]}x{options.size[1]}: width and height of a film have to be even")
    if not 0.5 <= pace.fps <= 60:
        raise ValueError(f"--fps {pace.fps:g}: from 0.5 to 60")
    if not 0 <= pace.hold_on_change <= 30:
        raise ValueError(f"--hold-on-change {pace.hold_on_change:g}: from 0 to 30 seconds")
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    if outside := [day for day in (days[0], days[-1]) if not first <= day <= last]:
        raise ValueError(f"{outside[0]} is not a day of the record, {first} to {last}")


def _holds(timeline: Timeline, perspective: str, days: Sequence[str], pace: Pace) -> list[int]:
    """How many frames each day stands: one, and more when control changed since the day before it."""
    changed = {c.day for c in timeline.changes(days[0], days[-1], perspective) if not c.runs_out}
    rest = round(pace.hold_on_change * pace.fps)
    before = ["", *days[:-1]]
    return [1 + rest * any(was < day <= now for day in changed) for was, now in zip(before, days, strict=True)]


def _encode(
    frames: Iterator[Pillow.Image], holds: Sequence[int], options: RenderOptions, pace: Pace, form: str, path: Path
) -> None:
    with tempfile.TemporaryFile() as complaints:
        command = _encoder_command(options.size, pace, form, path)
        encoder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints)  # noqa: S603 - no shell, our own list
        try:
            _feed(encoder, frames, holds)
        except BrokenPipeError:
            _close(encoder)  # its messages say why
        except BaseException:
            encoder.kill()
            raise
        finally:
            code = encoder.wait()
        if code:
            complaints.seek(0)
            messages = complaints.read().decode(errors="replace").strip().splitlines() or ["the encoder failed"]
            raise OSError(_plain(messages))


def _encoder_command(size: tuple[int, int], pace: Pace, form: str, path: Path) -> list[str]:
    import imageio_ffmpeg

    return [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[0]}x{size[1]}", "-r", f"{pace.fps:g}", "-i", "-",
        *ENCODERS[form], "-pix_fmt", "yuv420p", "-threads", str(os.cpu_count() or 1),
        "-map_metadata", "-1", "-metadata", f"comment={AUTHOR}", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", form, str(path),
    ]  # fmt: skip


def _feed(encoder: subprocess.Popen[bytes], frames: Iterator[Pillow.Image], holds: Sequence[int]) -> None:
    """Each frame as often as it stands."""
    if encoder.stdin is None:
        raise OSError("the encoder takes no frames")
    for frame, hold in zip(frames, holds, strict=True):
        pixels = frame.tobytes()
        for _ in range(hold):
            encoder.stdin.write(pixels)
    encoder.stdin.close()


def _close(encoder: subprocess.Popen[bytes]) -> None:
    """Let the encoder go without its last frames."""
    try:
        if encoder.stdin:
            encoder.stdin.close()
    except BrokenPipeError:
        encoder.kill()


def _plain(messages: Sequence[str]) -> str:
    """What an encoder complains about, in one line."""
    full = next((line for line in messages if "No space left" in line), None)
    return "No space left on device" if full else messages[-1][:200]


def _samples(days: Sequence[str]) -> Sequence[str]:
    """The days from whose frames a palette is made, spread over the film."""
    return days[:: max(1, -(-len(days) // PALETTE_FRAMES))]


def _write_gif(
    frames: Iterator[Pillow.Image], palette: Pillow.Image, holds: Sequence[int], pace: Pace, path: Path
) -> None:
    """One palette for all frames, so that still areas stay still; never more than a few frames in memory."""
    indexed = (frame.quantize(palette=palette, dither=Pillow.Dither.NONE) for frame in frames)
    durations = [round(1000 / pace.fps * hold / 10) * 10 for hold in holds]
    next(indexed).save(
        path,
        "GIF",
        save_all=True,
        append_images=indexed,
        duration=durations,
        loop=0,
        comment=AUTHOR.encode("ascii"),
        optimize=True,  # without it, what did not change is written again: three times the size
    )
