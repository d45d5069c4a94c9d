#!/usr/bin/python3
"""As much of systemctl as the guide asks for: units are read and followed where no systemd runs."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

UNITS, RUNNING = Path("/etc/systemd/system"), Path("/run/rehearsal")
STATE = Path("/var/lib")


def settings(unit: str) -> dict[str, list[str]]:
    """Return what a unit's file says under [Service], by name."""
    name, _, at = unit.partition("@")
    file = UNITS / (f"{name}@.service" if at else f"{name}.service")
    told: dict[str, list[str]] = {}
    section = file.read_text("utf-8").partition("[Service]")[2].partition("[Install]")[0]
    for key, value in re.findall(r"^(\w+)=(.*)$", section, re.MULTILINE):
        told.setdefault(key, []).append(value.replace("%i", at))
    return told


def environment(told: dict[str, list[str]]) -> dict[str, str]:
    """Return what a unit's commands are given."""
    given = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/srv/framtid"}
    lines = list(told.get("Environment", ()))
    for file in told.get("EnvironmentFile", ()):
        path = Path(file.lstrip("-"))
        lines += path.read_text("utf-8").split() if path.exists() else []
    return given | dict(line.split("=", 1) for line in lines)


def start(unit: str) -> None:
    """Run what a unit runs before, and leave its process behind."""
    told = settings(unit)
    (user,) = told["User"]
    for name in told.get("StateDirectory", ()):
        (STATE / name).mkdir(exist_ok=True)
        subprocess.run(["chown", f"{user}:", STATE / name], check=True)
    cwd, env = told["WorkingDirectory"][0], environment(told)
    as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups"]
    with (RUNNING / f"{unit}.log").open("a") as log:
        for before in told.get("ExecStartPre", ()):
            command = [*as_user, *shlex.split(before.lstrip("-"))]
            needed = not before.startswith("-")
            subprocess.run(command, check=needed, stdout=log, stderr=log, cwd=cwd, env=env)
        process = subprocess.Popen(
            [*as_user, *shlex.split(told["ExecStart"][0])],
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=cwd,
            env=env,
        )
    (RUNNING / unit).write_text(str(process.pid))


def stop(unit: str) -> None:
    """End a unit's process, and wait until it has."""
    file = RUNNING / unit
    if not file.exists():
        return
    pid = int(file.read_text())
    try:
        os.kill(pid, signal.SIGTERM)
        while Path(f"/proc/{pid}").exists() and "Z" not in state(pid):
            time.sleep(0.1)
    except ProcessLookupError:
        pass
    file.unlink()


def state(pid: int) -> str:
    """Return whether a process runs, sleeps or is gone."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def main(verb: str, *units: str) -> None:
    """Do what the guide asks for."""
    RUNNING.mkdir(exist_ok=True)
    services = [unit for unit in units if not unit.startswith("-") and "." not in unit]
    if services == ["nginx"]:
        up = Path("/run/nginx.pid").exists() and Path("/run/nginx.pid").read_text().strip()
        subprocess.run(["nginx", *(["-s", "reload"] if up else [])], check=True)
        return
    if verb == "daemon-reload":
        return
    if verb not in {"enable", "restart"}:
        sys.exit(f"systemctl {verb}: not known here")
    for unit in services:
        stop(unit)
        start(unit)


if __name__ == "__main__":
    main(*sys.argv[1:])
