from django.utils.html import format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def bold(name):
    # ruleid: unescaped-html-python
    return mark_safe(f"<b>{name}</b>")


def link(url):
    # ruleid: unescaped-html-python
    return mark_safe("<a href='%s'>order</a>" % url)


def title(name):
    # ruleid: unescaped-html-python
    return Markup("<h1>" + name + "</h1>")


def safe(name):
    # ok: unescaped-html-python
    mark_safe("<hr>")
    # ok: unescaped-html-python
    Markup("<b>{}</b>").format(name)
    # ok: unescaped-html-python
    return format_html("<b>{}</b>", name)
