"""The guide for who runs it: its files are there and agree, and several processes are one site."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import httpx2
import psutil
import pytest

from benchmarks.embeds import nginx
from benchmarks.serve import free_port
from tests.conftest import ROOT, running

GUIDE = (ROOT / "deploy" / "README.md").read_text("utf-8")
COMMANDS = [
    shlex.split(line, comments=True)
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in re.split(r"\n|&&", block)
]
CONF = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
UNIT = (ROOT / "deploy" / "framtid@.service").read_text("utf-8")
PORTS = re.findall(r"framtid@(\d+)", GUIDE)
needs_nginx = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not here")


def test_every_file_that_is_copied_is_there() -> None:
    named = [word for words in COMMANDS for word in words if word.startswith("deploy/")]
    assert len(named) >= 4
    for name in named:
        assert list(ROOT.glob(name)), name


def test_every_target_of_make_and_every_command_of_ours_is_there() -> None:
    made = {word for words in COMMANDS if words[:1] == ["make"] for word in words[1:]}
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert made
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in made)


def test_what_a_developer_leaves_out_is_done_for_every_change() -> None:
    makefile, changes = ((ROOT / name).read_text("utf-8") for name in ("Makefile", ".ci/run"))
    done = re.findall(r"^(?:exec )?make (\w+)$", changes, re.MULTILINE)
    asked = dict(re.findall(r"^(\w+):.*\n.*pytest (-m (?:\"[^\"]+\"|\w+))", makefile, re.MULTILINE))
    assert asked == {"test": '-m "not thorough"', "thorough": "-m thorough"}
    assert done == [*asked]


def test_the_guide_the_unit_and_nginx_speak_of_the_same_processes() -> None:
    config = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    assert re.findall(r"server 127\.0\.0\.1:(\d+)", config) == sorted(set(PORTS))
    assert "--port %i" in UNIT
    assert "FRAMTID_METRICS=1%i" in UNIT
    assert "18501 for the process on 8501" in GUIDE


SETTING_UP = ("echo", "cp", "sed", "rm", "nginx")
"""The guide's commands that put files in their places and look at them."""
APART = """
for folder in /etc/default /etc/nginx/conf.d /etc/nginx/sites-enabled /etc/systemd/system \
    /var/log/nginx /srv; do
  mkdir -p $folder; mount -t tmpfs tmpfs $folder
done
echo 'server { listen 80 default_server; }' > /etc/nginx/sites-enabled/default
mkdir /srv/framtid; mount --bind . /srv/framtid; cd /srv/framtid
"""


@needs_nginx
@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="root is needed")
def test_the_guides_own_commands_leave_files_that_nginx_and_systemd_take() -> None:
    first = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)[0]
    lines = [part.strip() for line in first.splitlines() for part in line.split("&&")]
    ours = [line for line in lines if line.startswith(SETTING_UP)]
    assert {line.split()[0] for line in ours} == set(SETTING_UP)
    looked = "systemd-analyze verify framtid@8501.service framtid-refresh.timer"
    told = subprocess.run(
        ["unshare", "--mount", "--net", "bash", "-ec", "\n".join((APART, *ours, looked))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "framtid" not in told.stderr, "what systemd has to say of our units"
    assert "test is successful" in told.stderr


def test_a_machines_own_settings_outlive_an_upgrade() -> None:
    """An upgrade copies the unit anew; what certbot has written of nginx' is left alone."""
    upgrade = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)[1]
    assert "EnvironmentFile=-/etc/default/framtid" in UNIT
    assert "/etc/default" not in upgrade
    assert "nginx" not in upgrade


def test_an_upgrade_waits_until_nginx_asks_the_process_again() -> None:
    """Nginx passes over one that was away; both at once would leave no process to ask."""
    upgrade = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)[1]
    passed_over = re.findall(r"^\s*server 127.*fail_timeout=(\d+)s;", CONF, re.MULTILINE)
    waited = re.search(r"/ready; do sleep 1; done\n\s*sleep (\d+)\n", upgrade)
    assert waited
    assert len(passed_over) > 1
    assert int(waited[1]) > max(map(int, passed_over))


def test_what_is_compiled_is_kept_where_a_locked_program_may_write() -> None:
    """Without a folder of its own, numba refuses to compile where nothing may be written."""
    kept = re.search(r"^Environment=NUMBA_CACHE_DIR=(\S+)$", UNIT, re.MULTILINE)
    assert kept
    assert kept[1].startswith("/var/lib/framtid/")
    assert "StateDirectory=framtid" in UNIT


PAGES = ("/", "/historie?sted=5610", "/veivalg", "/embed/pupils/5610", "/api/v1/places.json?q=utsi")


@needs_nginx
def test_a_process_that_is_killed_is_not_missed(
    site: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path.chmod(0o755)
    logs = tmp_path_factory.mktemp("second")
    figures, retries = free_port(), httpx2.HTTPTransport(retries=5)
    with (
        running(logs, FRAMTID_METRICS=str(figures)) as second,
        nginx(tmp_path, tmp_path, second, site) as front,
        httpx2.Client(transport=retries, base_url=front, timeout=60) as client,
    ):
        assert {client.get(path).status_code for path in PAGES * 2} == {200}
        told = httpx2.get(f"http://127.0.0.1:{figures}/metrics").text
        assert 'framtid_answers_total{room="' in told
        _process(second).kill()
        assert {client.get(path).status_code for path in PAGES * 4} == {200}
        assert client.get("/_stcore/metrics").status_code == 404
    assert "startup complete" in (logs / "log.txt").read_text("utf-8")
    assert '"GET ' not in (logs / "log.txt").read_text("utf-8"), "who visits is nobody's matter"


def _process(address: str) -> psutil.Process:
    port = address.rpartition(":")[2]
    return next(each for each in psutil.Process().children() if port in each.cmdline())
