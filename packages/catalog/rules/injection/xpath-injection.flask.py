import re

import elementpath
import lxml.etree
from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)
users = etree.parse("users.xml")


@app.get("/users")
def find_users():
    name = request.args["name"]
    # ruleid: xpath-injection
    nodes = users.xpath(f"//user[name = '{name}']")
    return jsonify(len(nodes))


@app.post("/login")
def login():
    query = "//user[name = '%s' and password = '%s']" % (request.form["name"], request.form["password"])
    root = lxml.etree.parse("users.xml").getroot()
    # ruleid: xpath-injection
    return jsonify(elementpath.select(root, query) != [])


@app.get("/compiled")
def compiled():
    # ruleid: xpath-injection
    find = etree.XPath("//user[name = '" + request.args["name"] + "']")
    return jsonify(len(find(users)))


@app.get("/users/safe")
def find_users_safely():
    # ok: xpath-injection
    nodes = users.xpath("//user[name = $name]", name=request.args["name"])
    return jsonify(len(nodes))


@app.get("/users/checked")
def find_checked():
    name = request.args["name"]
    if not re.fullmatch(r"^[a-z]+$", name):
        return "", 400
    # ok: xpath-injection
    return jsonify(len(users.xpath(f"//user[name = '{name}']")))
