import os
import secrets

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.post("/photos")
def upload():
    photo = request.files["photo"]
    # ruleid: unrestricted-upload-python
    photo.save(os.path.join("uploads", photo.filename))
    return "", 204


@app.post("/notes")
def note():
    note = request.files["note"]
    name = note.filename
    # ruleid: unrestricted-upload-python
    note.save("notes/" + name)
    return "", 204


@app.post("/safe")
def safe():
    photo = request.files["photo"]
    # ok: unrestricted-upload-python
    photo.save(os.path.join("uploads", secure_filename(photo.filename)))
    # ok: unrestricted-upload-python
    photo.save(os.path.join("uploads", f"{secrets.token_hex(16)}.png"))
    return photo.filename, 204
