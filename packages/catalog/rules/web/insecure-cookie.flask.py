from flask import Flask, make_response, redirect

app = Flask(__name__)


@app.post("/login")
def login():
    response = make_response("ok")
    # ruleid: insecure-cookie
    response.set_cookie("session", new_session())
    # ruleid: insecure-cookie
    response.set_cookie("session", new_session(), httponly=True, secure=False)
    # ok: insecure-cookie
    response.set_cookie("session", new_session(), httponly=True, secure=True, samesite="Lax")
    return response


@app.post("/language")
def language():
    response = redirect("/")
    # ruleid: insecure-cookie
    response.set_cookie("language", "en", max_age=3600, secure=True)
    options = {"secure": True, "httponly": True}
    # ok: insecure-cookie
    response.set_cookie("theme", "dark", **options)
    return response


def new_session():
    return "x"
