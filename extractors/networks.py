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
    # Some values come so near to 0 that the processor leaves its fast way for them, and finding lines takes three times
    # as long; what comes out is the same. The first network of a process decides for its thread.
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
