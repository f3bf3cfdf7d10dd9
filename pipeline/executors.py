"""Many tasks over a pool of processes, where a process that dies costs only its own task.

A dead worker (killed by the system for its memory, crashed in a library) takes the whole pool
of the standard library with it, and nobody can say which task it was. So the tasks in flight
are done again one by one, each alone; the one that kills its process again is the culprit.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.context import BaseContext
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_IN_FLIGHT: Final = 4
"""Tasks handed to the pool at a time, per worker: enough to keep it busy, few enough to do again."""
_PRELOAD: Final = ["__main__", "pipeline.run", "pipeline.outputs"]
"""What each worker needs; the fork server imports it once for all of them."""


class WorkerDiedError(Exception):
    """The process died on this task, twice: once among others and once alone."""


def run_all(tasks: Sequence[T], work: Callable[[T], R], jobs: int) -> Iterator[tuple[int, R | Exception]]:
    """Each task's index and result, in the order in which they are done.

    A task that raises, or whose process dies, has the exception as its result. With one job the
    work is done in this process. The tasks, ``work`` and the results must be picklable otherwise.
    """
    if jobs <= 1:
        for index, task in enumerate(tasks):
            yield index, _tried(work, task)
        return
    waiting = deque(enumerate(tasks))
    while waiting:
        suspects = yield from _until_broken(waiting, work, min(jobs, len(waiting)))
        for index, task in suspects:
            yield index, _alone(work, task)


def _tried(work: Callable[[T], R], task: T) -> R | Exception:
    try:
        return work(task)
    except Exception as error:
        return error


def _until_broken(
    waiting: deque[tuple[int, T]], work: Callable[[T], R], jobs: int
) -> Generator[tuple[int, R | Exception], None, list[tuple[int, T]]]:
    """Yields results until nothing waits or the pool breaks; returns the tasks that were in flight then."""
    flying: dict[Future[R], tuple[int, T]] = {}
    pool = _pool(jobs)
    broken = False
    try:
        while (waiting or flying) and not broken:
            while waiting and len(flying) < jobs * _IN_FLIGHT:
                flying[pool.submit(work, waiting[0][1])] = waiting[0]
                waiting.popleft()
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                result = _result(future)
                if isinstance(result, BrokenProcessPool):
                    broken = True
                else:
                    yield flying.pop(future)[0], result
    except BrokenProcessPool:  # noticed by submit; the task is still waiting
        pass
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return sorted(flying.values(), key=lambda pair: pair[0])


def _alone(work: Callable[[T], R], task: T) -> R | Exception:
    """The result of one task in a process of its own."""
    with _pool(1) as pool:
        result = _result(pool.submit(work, task))
    return WorkerDiedError() if isinstance(result, BrokenProcessPool) else result


def _result(future: Future[R]) -> R | Exception:
    error = future.exception()
    if error is None:
        return future.result()
    return error if isinstance(error, Exception) else WorkerDiedError(repr(error))


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_ignore_interrupts)


@cache
def _context() -> BaseContext:
    """Workers forked from a small, clean server: a fork of this process could inherit a held lock."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context


def _ignore_interrupts() -> None:
    """Ctrl-C is the parent's to handle: a worker finishes its task, so that what it writes is whole."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
