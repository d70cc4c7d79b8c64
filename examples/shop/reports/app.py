"""Sales reports of the shop. A second, smaller service, in Python."""

import sqlite3

import yaml
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/sales")
def sales():
    month = request.args.get("month", "")
    cursor = sqlite3.connect("sales.db").cursor()
    cursor.execute("SELECT day, total FROM sales WHERE month = '" + month + "'")
    return jsonify(cursor.fetchall())


@app.get("/sales/day")
def sales_of_day():
    cursor = sqlite3.connect("sales.db").cursor()
    cursor.execute("SELECT total FROM sales WHERE day = ?", (request.args["day"],))
    return jsonify(cursor.fetchall())


@app.get("/layout")
def layout():
    with open("layout.yaml", encoding="utf-8") as file:
        return jsonify(yaml.safe_load(file))
