import ldap
import ldap3
from flask import Flask, jsonify, request
from ldap.filter import filter_format
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)
BASE = "ou=people,dc=shop"


@app.get("/people")
def people():
    connection = ldap3.Connection("ldaps://directory", auto_bind=True)
    # ruleid: ldap-injection
    connection.search(BASE, f"(uid={request.args['name']})", attributes=ldap3.ALL_ATTRIBUTES)
    return jsonify(len(connection.entries))


@app.get("/teams/<team>")
def teams(team):
    directory = ldap.initialize("ldaps://directory")
    # ruleid: ldap-injection
    return jsonify(directory.search_s("ou=" + team + ",dc=shop", ldap.SCOPE_SUBTREE, "(uid=*)"))


@app.get("/people/old")
def people_old():
    directory = ldap.initialize("ldaps://directory")
    query = "(&(uid=%s)(objectClass=person))" % request.args["name"]
    # ruleid: ldap-injection
    return jsonify(directory.search_s(BASE, ldap.SCOPE_SUBTREE, query))


@app.get("/people/safe")
def people_safe():
    connection = ldap3.Connection("ldaps://directory", auto_bind=True)
    # ok: ldap-injection
    connection.search(BASE, f"(uid={escape_filter_chars(request.args['name'])})")
    return jsonify(len(connection.entries))


@app.get("/people/formatted")
def people_formatted():
    directory = ldap.initialize("ldaps://directory")
    # ok: ldap-injection
    found = directory.search_s(BASE, ldap.SCOPE_SUBTREE, filter_format("(uid=%s)", [request.args["name"]]))
    return jsonify(found)
