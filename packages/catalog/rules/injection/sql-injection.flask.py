import sqlite3

from flask import Blueprint, Flask, g, jsonify, request

app = Flask(__name__)
orders = Blueprint("orders", __name__)
SORTABLE = {"name": "name", "price": "price"}


def connect():
    if "db" not in g:
        g.db = sqlite3.connect("shop.db")
    return g.db


@app.route("/products")
def products():
    term = request.args.get("term", "")
    cursor = sqlite3.connect("shop.db").cursor()
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM products WHERE name LIKE '%" + term + "%'")
    return jsonify(cursor.fetchall())


@app.route("/products/safe")
def products_safe():
    term = request.args.get("term", "")
    with sqlite3.connect("shop.db") as connection:
        # ok: sql-injection
        rows = connection.execute("SELECT * FROM products WHERE name LIKE ?", (f"%{term}%",))
    return jsonify(rows.fetchall())


@orders.get("/orders/<customer>")
def orders_of(customer):
    query = "SELECT * FROM orders WHERE customer = '%s'" % customer
    # ruleid: sql-injection
    return jsonify(connect().execute(query).fetchall())


@orders.get("/orders/by-id/<int:number>")
def order(number):
    # ok: sql-injection
    return jsonify(connect().execute(f"SELECT * FROM orders WHERE id = {number}").fetchall())


@app.post("/login")
def login():
    name = request.form["name"]
    statement = "SELECT id FROM users WHERE name = '{}'".format(name)
    # ruleid: sql-injection
    user = connect().execute(statement).fetchone()
    return jsonify(user)


@app.get("/sorted")
def sorted_products():
    column = SORTABLE.get(request.args["by"], "name")
    # ok: sql-injection
    return jsonify(connect().execute(f"SELECT * FROM products ORDER BY {column}").fetchall())


@app.get("/page")
def page():
    number = int(request.args["page"])
    # ok: sql-injection
    return jsonify(connect().execute("SELECT * FROM products LIMIT 20 OFFSET " + str(number * 20)).fetchall())
