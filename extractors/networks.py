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
    # Pictures differ in size, and what one took would be kept beside the next.
    options.enable_cpu_mem_arena = False
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
