import jinja2
from flask import Flask
from jinja2 import Environment, FileSystemLoader, select_autoescape

app = Flask(__name__)


def off():
    # ruleid: template-autoescape-python
    return jinja2.Environment(loader=FileSystemLoader("pages"), autoescape=False)


def default():
    # ruleid: template-autoescape-python
    return Environment(loader=FileSystemLoader("pages"))


def safe(options):
    # ok: template-autoescape-python
    Environment(loader=FileSystemLoader("pages"), autoescape=select_autoescape())
    # ok: template-autoescape-python
    Environment(loader=FileSystemLoader("pages"), **options)
    # ok: template-autoescape-python
    return Environment(loader=FileSystemLoader("pages"), autoescape=True)
