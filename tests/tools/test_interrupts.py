"""Ctrl-C stops a run in order; pressed again it ends the run and all that works for it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from dateline.tools import interrupts

ROOT = Path(__file__).resolve().parent.parent.parent
AT_WORK = """
import signal, sys, time
from dateline.tools import interrupts
from dateline.workers import Workers

def slow(number):
    print("at work", flush=True)
    time.sleep(120)

def work():
    try:
        for _ in Workers(2).map(slow, range(8), at_once=True):
            pass
    except KeyboardInterrupt:
        print("stopped", flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run where interrupts are ignored
interrupts.heed()
work()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the work of a script cannot be handed over")
def test_a_second_interrupt_ends_the_wait_for_other_processes() -> None:
    command = [sys.executable, "-c", AT_WORK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, cwd=ROOT) as program:
        assert program.stdout
        try:
            for _ in range(2):  # one at work there, one here
                assert program.stdout.readline() == b"at work\n"
            os.killpg(program.pid, signal.SIGINT)
            with pytest.raises(subprocess.TimeoutExpired):  # it waits for the other
                program.wait(0.5)
            os.killpg(program.pid, signal.SIGINT)
            assert program.wait(20) == interrupts.STOPPED
            assert program.stdout.read() == b""  # the other has let go of it, so it has ended too
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)


def test_the_first_interrupt_can_be_caught_and_an_ignored_one_stays_so() -> None:
    usual = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        interrupts.heed()
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        signal.signal(signal.SIGINT, signal.default_int_handler)
        interrupts.heed()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, usual)


def test_an_interrupt_before_the_program_is_loaded_is_said_in_a_line() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'dateline.program': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from dateline.__main__ import start\n"
        "start()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT, text=True)
    assert (ran.returncode, ran.stderr) == (interrupts.STOPPED, "\nStopped.\n")
