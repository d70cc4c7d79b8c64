import re

from flask import Flask, jsonify, request

app = Flask(__name__)
NAMES = ["anna", "berta"]


@app.get("/search")
def search():
    # ruleid: regex-injection
    pattern = re.compile(request.args["term"], re.IGNORECASE)
    return jsonify([it for it in NAMES if pattern.search(it)])


@app.get("/prefix")
def prefix():
    # ruleid: regex-injection
    return jsonify([it for it in NAMES if re.match("^" + request.args["term"], it)])


@app.get("/search/safe")
def search_safe():
    # ok: regex-injection
    pattern = re.compile(re.escape(request.args["term"]))
    return jsonify([it for it in NAMES if pattern.search(it)])


@app.get("/fixed")
def fixed():
    # ok: regex-injection
    return jsonify(re.fullmatch("[a-z]+", request.args["term"]) is not None)
