import logging
import traceback

from flask import Flask, jsonify

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.errorhandler(Exception)
def failed(error):
    # ruleid: stack-trace-python
    return traceback.format_exc(), 500


@app.get("/orders")
def orders():
    try:
        return jsonify(load())
    except OSError:
        # ruleid: stack-trace-python
        return jsonify(error=traceback.format_exc()), 500


def safe():
    try:
        return jsonify(load())
    except OSError:
        # ok: stack-trace-python
        logger.error(traceback.format_exc())
        # ok: stack-trace-python
        return jsonify(error="Something went wrong."), 500
