"""Frames per second in one run: from the app, from nginx on an export, and nginx on one file."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlsplit

from benchmarks.serve import ROOT, free_port, site
from framtid.embed.export.batch import Batch
from framtid.embed.export.folder import export, on_cores
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.registry import views

SECONDS, CONNECTIONS, THREADS = 8, 64, 2
SPREAD = 40
"""Municipalities whose frames are asked for in turn."""


def lua(paths: list[str]) -> str:
    """Return what tells wrk to ask for many addresses in turn, compressed as browsers ask."""
    listed = ",".join(f'"{path}"' for path in paths)
    return (
        f"local paths={{{listed}}}\nlocal at=0\nwrk.headers['Accept-Encoding']='gzip'\n"
        "request=function() at=at%#paths+1 return wrk.format('GET',paths[at]) end\n"
    )


def load(address: str, paths: list[str], folder: Path) -> str:
    """Return answers per second and the slowest of a hundred, as wrk measures them."""
    script = folder / "paths.lua"
    script.write_text(lua(paths), "utf-8")
    command = ["wrk", "--latency", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
    told = subprocess.run(
        [*command, "-s", str(script), address], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    slow = re.search(r"99%\s+(\S+)", told)
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    rate, last = (found[1] if found else "?"), (slow[1] if slow else "?")
    return f"{float(rate):10,.0f} a second, 99 % within {last}" + (f", {bad[1]} bad" if bad else "")


ONE = "/one.html"
"""The address of one file, without a rule of ours on its way: as fast as nginx is here."""


SERVER = re.compile(r" +server 127\.0\.0\.1:\d+.*\n")
"""A process of the app, in nginx' configuration."""


def _server(app: str, like: str) -> str:
    return re.sub(r"127\.0\.0\.1:\d+", urlsplit(app).netloc, like)


def configured(out: Path, port: int, apps: Sequence[str], folder: Path) -> Path:
    """Write ``deploy/nginx.conf`` as a whole configuration for a folder and a port of our own."""
    plain = f"    location = {ONE} {{ }}\n\n    location = /embed.js {{"
    ours = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    ours = ours.replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = ours.replace("/srv/framtid/export", str(out))
    ours = ours.replace("/var/lib/nginx/framtid", str(folder / "cache"))
    ours = ours.replace("/var/lib/framtid/files", str(folder / "files"))
    ours = ours.replace("/var/log/nginx", str(folder))
    first, *others = SERVER.findall(ours)
    ours = ours.replace(first, "".join(_server(app, first) for app in apps))
    for other in others:
        ours = ours.replace(other, "")
    ours = ours.replace("    location = /embed.js {", plain)
    file = folder / "nginx.conf"
    # Its workers are to read a folder that is only ours.
    whose = "user root;\n" if os.geteuid() == 0 else ""
    file.write_text(
        f"{whose}worker_processes {os.cpu_count()};\ndaemon off;\npid {folder}/pid;\n"
        "error_log stderr;\n"
        "events { worker_connections 1024; }\n"
        "http { include /etc/nginx/mime.types; access_log off;\n"
        f"client_body_temp_path {folder}/body; "
        f"proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;"
        f" scgi_temp_path {folder}/s;\n{ours}\n}}\n",
        "utf-8",
    )
    return file


@contextmanager
def nginx(out: Path, folder: Path, *apps: str) -> Iterator[str]:
    """Run nginx on an export, before the apps, until the block ends; give its address."""
    port = free_port()
    file = configured(out, port, apps, folder)
    with subprocess.Popen(["nginx", "-c", str(file)], stderr=subprocess.DEVNULL) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def main() -> None:
    """Print the figures; where nginx or wrk is missing, say so and leave it."""
    lacking = [name for name in ("nginx", "wrk") if shutil.which(name) is None]
    if lacking:
        sys.stdout.write(f"  left out: {', '.join(lacking)} is not installed\n")
        return
    codes = [place.code for place in places().municipalities[:: 357 // SPREAD]]
    with tempfile.TemporaryDirectory() as told:
        folder, out = Path(told), Path(told) / "export"
        folder.chmod(0o755)
        edition, start = snapshot().edition, perf_counter()
        batches = [Batch(code, tuple(views()), LANGUAGES, edition, False) for code in codes]
        counts = export(out, batches, on_cores(os.cpu_count() or 1))
        taken = perf_counter() - start
        sys.stdout.write(f"  export  {counts.written / taken:10,.0f} frames a second\n")
        curves = [f"/embed/carers/{code}" for code in codes]
        for end in ("", ".gz"):
            shutil.copy(out / f"embed/carers/{codes[0]}.nb.html{end}", out / f"{ONE[1:]}{end}")
        with site() as (app, _), nginx(out, folder, app) as front:
            _wait(front)
            rows = {
                "app, one frame": (app, curves[:1]),
                f"app, {len(curves)} frames": (app, curves),
                f"nginx, {len(curves)} frames": (front, curves),
                "nginx, the map": (front, ["/embed/map/0301"]),
                "nginx, one file": (front, [ONE]),
            }
            for name, (address, paths) in rows.items():
                sys.stdout.write(f"  {name:20} {load(address, paths, folder)}\n")
                sys.stdout.flush()


def _wait(address: str) -> None:
    """Wait until a server answers."""
    parts = urlsplit(address)
    for _ in range(200):
        try:
            socket.create_connection((parts.hostname, parts.port or 80), 1).close()
            return
        except OSError:
            sleep(0.05)
