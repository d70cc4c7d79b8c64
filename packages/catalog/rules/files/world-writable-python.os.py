import os
import stat
from pathlib import Path


def share(path):
    # ruleid: world-writable-python
    os.chmod(path, 0o777)
    # ruleid: world-writable-python
    Path(path).chmod(0o666)
    # ruleid: world-writable-python
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ruleid: world-writable-python
    os.umask(0)


def safe(path, mode):
    # ok: world-writable-python
    os.chmod(path, 0o755)
    # ok: world-writable-python
    os.chmod(path, mode)
    # ok: world-writable-python
    os.makedirs(path, 0o750)
    # ok: world-writable-python
    os.umask(0o077)
