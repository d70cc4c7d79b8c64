import httpx
import requests

LEGACY = "http://legacy.example.com/orders"


def orders(user, password):
    # ruleid: credentials-over-http-python
    return requests.get("http://api.example.com/orders", auth=(user, password))


def stock(token):
    # ruleid: credentials-over-http-python
    return httpx.post("http://api.example.com/stock", headers={"Authorization": f"Bearer {token}"})


def safe(user, password, url):
    # ok: credentials-over-http-python
    requests.get("http://localhost:8080/orders", auth=(user, password))
    # ok: credentials-over-http-python
    requests.get(url, auth=(user, password))
    # ok: credentials-over-http-python
    requests.get("http://api.example.com/public")
    # ok: credentials-over-http-python
    return requests.get("https://api.example.com/orders", auth=(user, password))
