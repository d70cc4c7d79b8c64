import jinja2
from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment, Template
from mako.template import Template as MakoTemplate

app = Flask(__name__)
environment = Environment(autoescape=True)


@app.get("/hello")
def hello():
    # ruleid: template-injection
    return render_template_string("<p>Hello " + request.args["name"] + "</p>")


@app.post("/preview")
def preview():
    # ruleid: template-injection
    return Template(request.form["template"]).render(shop="ours")


@app.post("/mail")
def mail():
    # ruleid: template-injection
    template = environment.from_string(f"Dear {request.form['name']}")
    return template.render()


@app.post("/page")
def page():
    # ruleid: template-injection
    return MakoTemplate(request.form["page"]).render()


@app.get("/hello/safe")
def hello_safe():
    name = request.args["name"]
    # ok: template-injection
    page = render_template_string("<p>Hello {{ name }}</p>", name=name)
    # ok: template-injection
    page += jinja2.Template("{{ name }}", autoescape=True).render(name=name)
    # ok: template-injection
    return page + render_template("hello.html", name=name)
