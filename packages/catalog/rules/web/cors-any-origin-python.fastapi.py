from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, request
from flask_cors import CORS

app = FastAPI()
# ruleid: cors-any-origin-python
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True, allow_methods=["*"])
# ok: cors-any-origin-python
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"])
# ok: cors-any-origin-python
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.com"], allow_credentials=True)

site = Flask(__name__)
# ruleid: cors-any-origin-python
CORS(site, supports_credentials=True)
# ok: cors-any-origin-python
CORS(site, origins=["https://shop.example.com"], supports_credentials=True)


@site.after_request
def reflect(response):
    # ruleid: cors-any-origin-python
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    # ok: cors-any-origin-python
    response.headers["Vary"] = request.headers.get("Origin")
    return response
