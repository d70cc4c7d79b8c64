import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = request.args["host"]
    # ruleid: command-injection
    os.system("ping -c 1 " + host)
    # ok: command-injection
    subprocess.run(["ping", "-c", "1", "--", host], check=True)
    return "ok"


@app.post("/archive")
def archive():
    folder = request.json["folder"]
    # ruleid: command-injection
    output = subprocess.check_output(f"tar -cf - {folder} | wc -c", shell=True)
    # ok: command-injection
    quoted = subprocess.check_output(f"tar -cf - {shlex.quote(folder)} | wc -c", shell=True)
    return {"size": int(output), "quoted": int(quoted)}


@app.post("/run")
def run():
    arguments = ["bash", "-c", request.form["line"]]
    # ruleid: command-injection
    subprocess.Popen(arguments)
    return "started"


@app.post("/convert")
def convert():
    kind = request.form["kind"]
    if kind not in ("jpeg", "png"):
        return "unknown kind", 400
    # ok: command-injection
    os.popen("convert /var/images/in." + kind)
    return "started"
