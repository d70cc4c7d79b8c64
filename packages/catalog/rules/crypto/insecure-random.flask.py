import random
import secrets
import string

from flask import Flask, jsonify, make_response, session

app = Flask(__name__)


@app.post("/login")
def login():
    response = make_response("ok")
    # ruleid: insecure-random
    response.set_cookie("session", str(random.random())[2:], secure=True, httponly=True)
    return response


@app.post("/remember")
def remember():
    key = "".join(random.choices(string.ascii_letters, k=32))
    response = make_response("ok")
    # ruleid: insecure-random
    response.set_cookie("remember", value=key, secure=True, httponly=True)
    return response


@app.post("/csrf")
def csrf():
    # ruleid: insecure-random
    session["csrf_token"] = random.getrandbits(64)
    return "ok"


@app.post("/login/safe")
def login_safe():
    response = make_response("ok")
    # ok: insecure-random
    response.set_cookie("session", secrets.token_urlsafe(32), secure=True, httponly=True)
    # ok: insecure-random
    response.set_cookie("other", str(random.SystemRandom().random()), secure=True, httponly=True)
    return response


@app.get("/dice")
def dice():
    # ok: insecure-random
    return jsonify(random.randint(1, 6))
