import yaml
from yaml import Loader


def settings(text):
    # ruleid: unsafe-yaml-python
    return yaml.load(text, Loader=yaml.Loader)


def imported(text):
    # ruleid: unsafe-yaml-python
    return yaml.load(text, Loader=Loader)


def unsafe(text):
    # ruleid: unsafe-yaml-python
    return yaml.unsafe_load(text)


def old(text):
    # ruleid: unsafe-yaml-python
    return yaml.load(text)


def safe(text, loader):
    # ok: unsafe-yaml-python
    yaml.load(text, Loader=yaml.SafeLoader)
    # ok: unsafe-yaml-python
    yaml.load(text, Loader=loader)
    # ok: unsafe-yaml-python
    return yaml.safe_load(text)
