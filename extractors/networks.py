"""Neural networks in ONNX files, made ready to run."""

from typing import Any


def network(weights: bytes | str) -> Any:
    """A network made ready, on one thread: many files are read at a time.

    Args:
        weights: the content of its file, or the file's path.
    """
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # What one picture took is not kept for the next, nor planned for all of it: pictures are of many sizes, and so each
    # takes as long as with both, and no large one lies beside all that comes after.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
