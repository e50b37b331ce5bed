"""Templates that ship with the program, compiled -> kept as Python keeps its modules, for the next run.

They are the program's, so what is made of them stands in a `__pycache__` of the program and is trusted as much. A
site's own templates are compiled in each run: nothing that could be run is ever read from a site's folder.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2.compiler
from jinja2.bccache import Bucket, BytecodeCache

from dateline import cache
from dateline.tools import files
from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from jinja2 import Environment


class Compiled(BytecodeCache):
    """Where an environment finds the shipped templates compiled. All that their code hangs on besides their source is
    in the program, in Jinja's compiler and in Python."""

    def __init__(self) -> None:
        self._shipped = f"{shipped('templates').as_posix()}/"
        self._room = Path(cache_from_source(__file__)).parent
        at = Path(jinja2.compiler.__file__).stat()
        self._version = cache.key("template", cache.program(), MAGIC_NUMBER, at.st_size, at.st_mtime_ns)

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of one template; `filename`: where its source was found."""
        ours = filename is not None and filename.startswith(self._shipped)
        generator = environment.code_generator_class.__qualname__
        bucket = Bucket(environment, name if ours else "", cache.key("source", self._version, generator, name, source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was made of the same source, if that is there."""
        if bucket.key:
            with suppress(OSError, EOFError, ValueError, TypeError):
                data = self._place(bucket).read_bytes()
                if data.startswith(bucket.checksum.encode()):
                    bucket.code = marshal.loads(data[len(bucket.checksum) :])  # noqa: S302  trusted as Python's own is

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Not where Python is told to leave nothing, nor where nothing can be left."""
        if bucket.key and not sys.dont_write_bytecode:
            with suppress(OSError):
                files.write(self._place(bucket), bucket.checksum.encode() + marshal.dumps(bucket.code))

    def _place(self, bucket: Bucket) -> Path:
        return self._room / f"template.{bucket.key.replace('/', '.')}.{sys.implementation.cache_tag}.pyc"
