import os
import socket
from http.server import HTTPServer, SimpleHTTPRequestHandler

from flask import Flask

app = Flask(__name__)


def listen():
    server = socket.socket()
    # ruleid: bind-all-interfaces
    server.bind(("", 8000))
    # ruleid: bind-all-interfaces
    return HTTPServer(("0.0.0.0", 8080), SimpleHTTPRequestHandler)


def local():
    server = socket.socket()
    # ok: bind-all-interfaces
    server.bind(("127.0.0.1", 8000))
    # ok: bind-all-interfaces
    app.run(host=os.environ.get("HOST", "127.0.0.1"))
    # ok: bind-all-interfaces
    return HTTPServer(("localhost", 8080), SimpleHTTPRequestHandler)


if __name__ == "__main__":
    # ruleid: bind-all-interfaces
    app.run(host="0.0.0.0", port=8080)
