"""Neural networks in ONNX files, made ready to run."""

from typing import Any


def network(weights: bytes | str, *, keeping: bool = False) -> Any:
    """A network made ready, on one thread: many files are read at a time.

    Args:
        weights: the content of its file, or the file's path.
        keeping: whether it keeps the memory of one picture for the next, which saves a sixth of the time: for those whose
            pictures are all of one size or small, as what a large one took would lie beside all that comes after.
    """
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = keeping
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
