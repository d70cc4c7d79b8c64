import os

from flask import Flask

app = Flask(__name__)
admin = Flask("admin")


@app.get("/")
def index():
    return "shop"


def configure():
    # ruleid: debug-mode
    app.debug = True
    # ok: debug-mode
    admin.debug = os.environ.get("DEBUG") == "1"


def start():
    # ok: debug-mode
    admin.run(port=5001)
    # ok: debug-mode
    admin.run(debug=os.environ.get("DEBUG") == "1")


if __name__ == "__main__":
    # ruleid: debug-mode
    app.run(host="127.0.0.1", debug=True)
