"""Many tasks over worker processes, where a task that kills its process or never ends costs only itself.

Each worker has one task at a time and a pipe of its own, so it is known which task a process died
on and since when it is at it. A task whose process died is done once more, alone, when the others
are done: for want of memory it may have been the victim of its neighbours. One that takes longer
than it may is ended from outside, because a library that hangs listens to nobody.
"""

import ctypes
import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_PRELOAD: Final = ["__main__", "pipeline.run", "pipeline.outputs"]
"""What each worker needs; the fork server imports it once for all of them."""
_GRACE: Final = 10.0
"""Seconds that a worker has for what it is at when the run is over or interrupted."""
_LIFE: Final = 25
"""After so many tasks a worker makes room for a fresh one: libraries in C keep some megabytes of each scan."""


class WorkerDiedError(Exception):
    """The process died on this task, twice: once among others and once alone."""


class TooLongError(Exception):
    """The task was not done within its time; its process was ended."""


@dataclass(slots=True)
class _Worker(Generic[T]):
    """A process, the pipe to it, its task with the moment by which it must be done, whether it has begun, and how many it has done."""

    process: BaseProcess
    pipe: Connection
    task: tuple[int, T] | None = None
    until: float | None = None
    greeted: bool = False
    done: int = 0


def run_all(
    tasks: Sequence[T], work: Callable[[T], R], jobs: int, seconds: float = 0
) -> Iterator[tuple[int, R | Exception]]:
    """Each task's index and result, in the order in which they are done.

    Args:
        tasks: all that is to be done.
        work: does one; it, the tasks and the results must be picklable.
        jobs: so many at a time, each in a process. One without a limit is done in this process.
        seconds: so long may each task take; 0: as long as it likes.

    A task that raises, whose process dies or that takes too long has the exception as its result.
    """
    if jobs <= 1 and not seconds:
        for index, task in enumerate(tasks):
            yield index, _tried(work, task)
        return
    again: list[tuple[int, T]] = []
    for index, result in _shared_out(enumerate(tasks), work, min(jobs, len(tasks)), seconds):
        if isinstance(result, WorkerDiedError):
            again.append((index, tasks[index]))
        else:
            yield index, result
    for pair in sorted(again, key=lambda pair: pair[0]):
        yield from _shared_out([pair], work, 1, seconds)


def _tried(work: Callable[[T], R], task: T) -> R | Exception:
    try:
        return work(task)
    except Exception as error:
        return error


def _shared_out(
    tasks: Iterable[tuple[int, T]], work: Callable[[T], R], jobs: int, seconds: float
) -> Iterator[tuple[int, R | Exception]]:
    """The result of each task; a process that ended is replaced by a new one."""
    waiting = deque(tasks)
    crew: list[_Worker[T]] = []
    try:
        while waiting or any(worker.task for worker in crew):
            crew = [worker for worker in crew if worker.process.is_alive() or worker.task]
            while waiting and len(crew) < jobs:
                crew.append(_hired(work, seconds))
            for worker in crew:
                if waiting and not worker.task:
                    _give(worker, waiting.popleft(), seconds)
            for worker in _due([worker for worker in crew if worker.task]):
                assert worker.task is not None
                index, worker.task = worker.task[0], None
                yield index, _outcome(worker)
                worker.done += 1
                if worker.done >= _LIFE:
                    _end(worker)
    finally:
        for worker in crew:
            worker.pipe.close()  # tells an idle one to go
        end = monotonic() + _GRACE
        for worker in crew:
            worker.process.join(max(0.0, end - monotonic()))
            _end(worker)


def _due(busy: Sequence[_Worker[T]]) -> list[_Worker[T]]:
    """Waits until at least one worker has answered, died or run out of time; gives all of these."""
    deadlines = [worker.until for worker in busy if worker.until is not None]
    timeout = max(0.0, min(deadlines) - monotonic()) if deadlines else None
    ready = wait([worker.pipe for worker in busy], timeout)
    now = monotonic()
    return [w for w in busy if w.pipe in ready or (w.until is not None and w.until <= now)]


def _outcome(worker: _Worker[T]) -> Any:
    """What a worker that is due has to say: a result or an exception. One that says nothing is ended."""
    if not worker.pipe.poll():
        _end(worker)
        return TooLongError()
    try:
        return pickle.loads(worker.pipe.recv_bytes())  # from our own process
    except (EOFError, OSError):
        _end(worker)
        return WorkerDiedError()


def _give(worker: _Worker[T], task: tuple[int, T], seconds: float) -> None:
    worker.task = task
    if not worker.greeted:  # what it must import is not counted as its first task's time
        worker.greeted = True
        with suppress(EOFError, OSError):
            worker.pipe.recv_bytes()
    worker.until = monotonic() + seconds if seconds else None
    with suppress(BrokenPipeError, ConnectionResetError):  # died while idle; _due finds its pipe closed
        worker.pipe.send(task[1])


def _hired(work: Callable[[T], R], seconds: float) -> _Worker[T]:
    ours, theirs = _context().Pipe()
    process = _context().Process(target=_serve, args=(theirs, work, seconds), daemon=True)
    process.start()
    theirs.close()  # so that our end notices when the process is gone
    return _Worker(process, ours)


def _end(worker: _Worker[T]) -> None:
    """Ends a worker that is still there, and the engines that it called."""
    if worker.process.is_alive() and worker.process.pid is not None:
        with suppress(AttributeError, ProcessLookupError, PermissionError):  # no groups, or already gone
            os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: Connection, work: Callable[[T], R], seconds: float) -> None:
    """The life of a worker: one task after the other, until the pipe is closed."""
    # Ctrl-C is the parent's to handle: a worker finishes its task, so that what it writes is whole.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, PermissionError):
        os.setsid()  # its own group, so that the engines that it calls end with it
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"")
        while True:
            task = pipe.recv()
            _alarm(seconds + _GRACE if seconds else 0)
            answer = _pickled(_tried(work, task))
            _alarm(0)
            pipe.send_bytes(answer)
            del task, answer
            _give_back()


def _give_back() -> None:
    """Gives freed memory back to the system: glibc keeps what pictures took, in pieces, and takes more for the next ones."""
    with suppress(OSError, AttributeError):  # another libc
        ctypes.CDLL(None).malloc_trim(0)


def _alarm(seconds: float) -> None:
    """Ends this process after so long even when the parent is no longer there to do it; 0: never."""
    with suppress(AttributeError):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _pickled(result: R | Exception) -> bytes:
    """A result for its way to the parent; one that cannot travel is told as the error that it is."""
    try:
        content = pickle.dumps(result)
        if isinstance(result, Exception):
            pickle.loads(content)  # some exceptions cannot be made again
    except Exception as error:
        told = result if isinstance(result, Exception) else error
        return pickle.dumps(RuntimeError(f"{type(told).__name__}: {told}"))
    return content


@cache
def _context() -> ForkServerContext | SpawnContext:
    """Workers forked from a small, clean server: a fork of this process could inherit a held lock."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context
