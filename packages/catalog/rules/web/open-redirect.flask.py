from flask import Flask, redirect, request, url_for

app = Flask(__name__)
PAGES = {"home": "/", "orders": "/orders"}


@app.get("/leave")
def leave():
    # ruleid: open-redirect
    return redirect(request.args["to"])


@app.post("/login")
def login():
    target = request.form.get("next") or "/"
    # ruleid: open-redirect
    return redirect(target, code=303)


@app.get("/next")
def next_page():
    # ok: open-redirect
    return redirect(PAGES.get(request.args.get("next"), "/"))


@app.get("/user")
def user():
    # ok: open-redirect
    return redirect(url_for("profile", name=request.args["name"]))


@app.get("/orders/<number>")
def order(number):
    # ok: open-redirect
    return redirect(f"/archive/{number}")
