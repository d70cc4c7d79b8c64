from flask import Flask, jsonify, make_response, render_template, request
from markupsafe import escape

app = Flask(__name__)


@app.get("/hello/<name>")
def hello(name):
    # ruleid: reflected-xss
    return f"<h1>Hello, {name}</h1>"


@app.get("/hello/safe/<name>")
def hello_safe(name):
    # ok: reflected-xss
    return f"<h1>Hello, {escape(name)}</h1>"


@app.get("/search")
def search():
    page = "<title>Results for {}</title>".format(request.args["term"])
    # ruleid: reflected-xss
    response = make_response(page)
    response.headers["X-Results"] = "0"
    return response


@app.get("/view")
def view():
    # ok: reflected-xss
    return render_template("view.html", term=request.args["term"])


@app.get("/data")
def data():
    # ok: reflected-xss
    return jsonify(term=request.args["term"])


@app.get("/dictionary")
def dictionary():
    # ok: reflected-xss
    return {"term": request.args["term"]}


@app.get("/item/<int:number>")
def item(number):
    # ok: reflected-xss
    return f"<h1>Item {number}</h1>"
