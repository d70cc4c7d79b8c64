import os
from pathlib import Path

from flask import Flask, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/var/pictures"


@app.get("/pictures")
def picture():
    path = os.path.join(FOLDER, request.args["name"])
    # ruleid: path-traversal
    with open(path, "rb") as file:
        return file.read()


@app.get("/pictures/safe")
def picture_safe():
    path = os.path.join(FOLDER, secure_filename(request.args["name"]))
    # ok: path-traversal
    with open(path, "rb") as file:
        return file.read()


@app.get("/documents/<path:name>")
def document(name):
    # ruleid: path-traversal
    return (Path("/var/documents") / name).read_text()


@app.get("/documents/from/<path:name>")
def document_from(name):
    # ok: path-traversal
    return send_from_directory("/var/documents", name)


@app.get("/download")
def download():
    # ruleid: path-traversal
    return send_file(request.args.get("file"))


@app.delete("/upload/<int:number>")
def remove(number):
    # ok: path-traversal
    os.remove(f"/var/uploads/{number}.png")
    return "", 204


@app.get("/checked")
def checked():
    path = os.path.realpath(os.path.join(FOLDER, request.args["name"]))
    if not path.startswith(FOLDER + os.sep):
        return "no such picture", 404
    # ok: path-traversal
    return send_file(path)
