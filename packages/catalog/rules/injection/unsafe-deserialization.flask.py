import base64
import json
import marshal
import pickle

import yaml
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    # ruleid: unsafe-deserialization
    items = pickle.loads(base64.b64decode(request.cookies["cart"]))
    return jsonify(items)


@app.post("/settings")
def settings():
    # ruleid: unsafe-deserialization
    values = yaml.load(request.data, Loader=yaml.Loader)
    # ok: unsafe-deserialization
    safe = yaml.load(request.data, Loader=yaml.SafeLoader)
    return jsonify([values, safe])


@app.post("/old-settings")
def old_settings():
    # ruleid: unsafe-deserialization
    return jsonify(yaml.load(request.form["settings"]))


@app.post("/code")
def code():
    # ruleid: unsafe-deserialization
    return jsonify(marshal.loads(request.get_data()))


@app.post("/upload")
def upload():
    # ruleid: unsafe-deserialization
    model = pickle.load(request.files["model"])
    return jsonify(str(model))


@app.post("/import")
def import_cart():
    # ok: unsafe-deserialization
    items = json.loads(request.data)
    # ok: unsafe-deserialization
    more = yaml.safe_load(request.form["more"])
    return jsonify([items, more])


def cached(path):
    with open(path, "rb") as file:
        # ok: unsafe-deserialization
        return pickle.load(file)
