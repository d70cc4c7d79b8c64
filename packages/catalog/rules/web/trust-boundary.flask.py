import flask
from flask import Flask, request, session

app = Flask(__name__)
LANGUAGES = ["en", "de"]


@app.post("/profile")
def profile():
    # ruleid: trust-boundary
    session["user"] = request.form["user"]
    return ""


@app.post("/settings")
def settings():
    # ruleid: trust-boundary
    flask.session[request.form["name"]] = "on"
    return ""


@app.post("/language")
def language():
    chosen = request.form["language"]
    if chosen not in LANGUAGES:
        return "", 400
    # ok: trust-boundary
    session["language"] = chosen
    return ""


@app.post("/page")
def page():
    # ok: trust-boundary
    session["page"] = int(request.form["page"])
    return ""
