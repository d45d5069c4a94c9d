"""The guide in ``deploy/`` followed to the letter in a bare Debian, with a network of its own.

``python -m tests.deployment FOLDER`` as root on Debian: the folder becomes a bare system
(``debootstrap``), where the guide's own commands are run one after the other. Two things are
stand-ins: ``systemctl``, as nothing but a whole machine has systemd running, and the authority that
gives certificates, which asks for a real name: certbot is given one that was made here.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).with_name("bare_debian")
"""What is put into the bare system: the stand-in, and what is looked at along the way."""
GUIDE = ROOT / "deploy" / "README.md"
NAME = "2040.example.no"
MIRROR = "http://deb.debian.org/debian"
CLIENTS = ("etc/apt", "etc/pip.conf", "etc/npmrc", "root/.npmrc", "root/.config/pip", "opt/wheels")
"""How this machine reaches packages: lent to the bare system for as long as it installs."""


def blocks() -> list[str]:
    """Return the guide's blocks of commands: the first installation, an upgrade, a back-up."""
    return re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def installing() -> tuple[str, str]:
    """Return the first block in two: what needs the network of the machine, and what serves."""
    first = blocks()[0]
    fetched, told, rest = first.partition("make install\n")
    return fetched + told, rest


def with_own_certificate(commands: str) -> str:
    """Let certbot put in a certificate that was made here, where it would ask for one."""
    made = "--cert-path /tls/cert.pem --key-path /tls/key.pem --fullchain-path /tls/cert.pem"
    return re.sub(r"^certbot (.*)$", rf"certbot install -n {made} \1", commands, flags=re.MULTILINE)


def bare(folder: Path) -> None:
    """Make a bare Debian in an empty folder."""
    if not (folder / "etc" / "debian_version").exists():
        subprocess.run(
            ["debootstrap", "--variant=minbase", "bookworm", str(folder), MIRROR], check=True
        )
    for each in CLIENTS:
        source, target = Path("/", each), folder / each
        if source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch()
    # Packages start nothing of their own: that would be in this machine's network.
    policy = folder / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    policy.chmod(0o755)
    own = "usr/local/share/ca-certificates"
    shutil.copytree(f"/{own}", folder / own, dirs_exist_ok=True)
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    shutil.copytree(HERE, folder / "rehearsal", dirs_exist_ok=True)
    bundle = folder / "rehearsal" / "framtid.git"
    shutil.rmtree(bundle, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", "--bare", str(ROOT), str(bundle)], check=True)


def inside(folder: Path, script: str, *, network: bool) -> None:
    """Run a script in the bare system; without the machine's network it has one of its own."""
    lent = [
        f"mount --bind -o ro /{each} {folder}/{each}"
        for each in CLIENTS
        if network and Path("/", each).exists()
    ]
    outer = "\n".join(
        [
            "set -e",
            f"mount -t proc proc {folder}/proc",
            f"mount --rbind /dev {folder}/dev",
            *lent,
            *([] if network else ["ip link set lo up"]),
            f"exec chroot {folder} /bin/bash -euo pipefail /rehearsal/run.sh",
        ]
    )
    (folder / "rehearsal" / "run.sh").write_text(script, "utf-8")
    spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
    subprocess.run(["unshare", *spaces, "bash", "-c", outer], check=True)


def main(folder: Path) -> None:
    """Follow the guide, and print what was looked at along the way."""
    bare(folder)
    fetched, rest = installing()
    _, upgrade, kept, *_ = blocks()
    cloned = fetched.replace("git clone …", "git clone -q /rehearsal/framtid.git")
    quiet = "export DEBIAN_FRONTEND=noninteractive; apt-get update -qq\n"
    inside(folder, quiet + cloned, network=True)
    script = (HERE / "serving.sh").read_text("utf-8")
    script = script.replace("# THE GUIDE INSTALLS", with_own_certificate(rest))
    script = script.replace("# THE GUIDE UPGRADES", upgrade).replace("# THE GUIDE KEEPS", kept)
    inside(folder, script, network=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
