"""Runs a command and prints, as its last line, what it took as JSON: measure.py COMMAND...

cpuSeconds and peakBytes are those of the process and its children; othersCores is how many cores other processes kept busy meanwhile.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def busy_seconds() -> float:
    with Path("/proc/stat").open() as stat:
        user, nice, system, _idle, _iowait, interrupts, soft, steal = map(int, stat.readline().split()[1:9])
    return (user + nice + system + interrupts + soft + steal) / TICKS


busy, start = busy_seconds(), time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
cpu = usage.ru_utime + usage.ru_stime
print(
    json.dumps(
        {
            "exitCode": os.waitstatus_to_exitcode(status),
            "wallSeconds": wall,
            "cpuSeconds": cpu,
            "peakBytes": usage.ru_maxrss * 1024,
            "othersCores": max(0.0, (busy_seconds() - busy - cpu) / wall),
        }
    )
)
