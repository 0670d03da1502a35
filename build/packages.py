"""Packages by name for the scripts that make resources: npm, Debian and PyPI, unpacked into a folder.

Each function asks the ordinary client of its registry as the machine has it set up; no host is named here.
Nothing in the program or its tests calls this module.
"""

import subprocess
import sys
from pathlib import Path


def npm(name: str, version: str, into: Path) -> Path:
    """The unpacked files of one npm package."""
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=into, check=True, stdout=subprocess.DEVNULL)
    archive = into / f"{name}-{version}.tgz"
    subprocess.run(["tar", "xzf", archive.name], cwd=into, check=True)
    return (into / "package").rename(into / name)


def debian(name: str, into: Path) -> Path:
    """The unpacked files of one Debian package, as a tree that starts at the root; nothing is installed."""
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", "-q", name], cwd=into, check=True, stdout=subprocess.DEVNULL)
    archive = next(into.glob(f"{name}_*.deb"))
    subprocess.run(["dpkg-deb", "-x", archive.name, name], cwd=into, check=True)
    return into / name


def pypi(name: str, version: str, into: Path) -> Path:
    """A folder for `sys.path` that holds one PyPI package and what it needs; the environment stays as it is."""
    target = into / name
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--root-user-action=ignore"]
    subprocess.run([*pip, "--target", str(target), f"{name}=={version}"], check=True)
    return target
