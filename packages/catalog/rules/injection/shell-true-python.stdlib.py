import os
import shlex
import subprocess


def resize(path):
    # ruleid: shell-true-python
    subprocess.run(f"convert {path} out.png", shell=True, check=True)


def info(path):
    # ruleid: shell-true-python
    os.system("file " + path)


def safe(path):
    # ok: shell-true-python
    subprocess.run(["convert", path, "out.png"], check=True)
    # ok: shell-true-python
    subprocess.run("uptime", shell=True, check=True)
    # ok: shell-true-python
    subprocess.run(f"convert {shlex.quote(path)} out.png", shell=True, check=True)
    # ok: shell-true-python
    os.system("sync")
