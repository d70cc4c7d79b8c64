import io
import xml.sax
import xml.sax.handler

import defusedxml.ElementTree
from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)


@app.post("/orders")
def orders():
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: xxe
    root = etree.fromstring(request.data, parser)
    return jsonify(len(root))


@app.post("/feeds")
def feeds():
    # ruleid: xxe
    root = etree.fromstring(request.data, parser=etree.XMLParser(resolve_entities=True, no_network=False))
    return jsonify(len(root))


@app.post("/streams")
def streams():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: xxe
    parser.parse(io.BytesIO(request.data))
    return ""


@app.post("/orders/safe")
def orders_safe():
    parser = etree.XMLParser(resolve_entities=False)
    # ok: xxe
    root = etree.fromstring(request.data, parser)
    # ok: xxe
    other = defusedxml.ElementTree.fromstring(request.data)
    return jsonify(len(root), len(other))


@app.post("/streams/safe")
def streams_safe():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    # ok: xxe
    parser.parse(io.BytesIO(request.data))
    return ""
