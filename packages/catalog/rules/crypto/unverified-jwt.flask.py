import jwt
from flask import Flask, jsonify, request
from jose import jwt as jose

app = Flask(__name__)


@app.get("/me")
def me():
    # ruleid: unverified-jwt
    claims = jwt.decode(request.cookies["token"], options={"verify_signature": False})
    return jsonify(claims["sub"])


@app.get("/old")
def old():
    # ruleid: unverified-jwt
    return jsonify(jwt.decode(request.cookies["token"], verify=False))


@app.get("/claims")
def claims():
    # ruleid: unverified-jwt
    return jsonify(jose.get_unverified_claims(request.cookies["token"]))


@app.get("/me/safe")
def me_safe():
    # ok: unverified-jwt
    claims = jwt.decode(request.cookies["token"], app.config["KEY"], algorithms=["HS256"])
    return jsonify(claims["sub"])


@app.get("/kid")
def kid():
    # ok: unverified-jwt
    return jsonify(jwt.get_unverified_header(request.cookies["token"]))
