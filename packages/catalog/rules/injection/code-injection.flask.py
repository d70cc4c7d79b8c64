import ast

from flask import Flask, jsonify, render_template, request

app = Flask(__name__)
OPERATIONS = {"add": lambda a, b: a + b}


@app.get("/calculate")
def calculate():
    formula = request.args["formula"]
    # ruleid: code-injection
    return jsonify(eval(formula))


@app.get("/literal")
def literal():
    # ok: code-injection
    return jsonify(ast.literal_eval(request.args["value"]))


@app.get("/operate")
def operate():
    operation = OPERATIONS[request.args["operation"]]
    # ok: code-injection
    return jsonify(eval("1 + 1"), operation(1, 2))


@app.post("/page")
def page():
    statement = "title = '" + request.form["title"] + "'"
    # ruleid: code-injection
    exec(statement, {})
    return jsonify("done")


@app.post("/script")
def script():
    text = request.get_data(as_text=True)
    code = compile_text(text)
    return jsonify(code)


def compile_text(text):
    # ruleid: code-injection
    exec(text, {})
    return render_template("done.html", text=text)
