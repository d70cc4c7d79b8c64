import urllib.request

import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
HOSTS = {"images.example", "cdn.example"}
session = requests.Session()


@app.get("/preview")
def preview():
    # ruleid: ssrf
    page = requests.get(request.args["url"], timeout=5)
    return jsonify(size=len(page.content))


@app.get("/user/<name>")
def user(name):
    # ok: ssrf
    found = requests.get("https://api.example.com/users/" + name, timeout=5)
    return jsonify(found.json())


@app.post("/fetch")
def fetch():
    address = "http://" + request.json["host"] + "/status"
    # ruleid: ssrf
    with urllib.request.urlopen(address) as answer:
        return jsonify(size=len(answer.read()))


@app.get("/image")
def image():
    host = request.args["host"]
    if host not in HOSTS:
        return "unknown host", 400
    # ok: ssrf
    return jsonify(size=len(session.get(f"https://{host}/logo.png", timeout=5).content))


@app.post("/webhook")
def webhook():
    # ruleid: ssrf
    session.post(url=request.form["target"], json={"hello": True}, timeout=5)
    return "sent"
