import ssl
import urllib.request

import httpx
import requests
from requests import post as send


def fetch(url):
    # ruleid: tls-unverified-python
    return requests.get(url, timeout=5, verify=False).json()


def report(url, body):
    # ruleid: tls-unverified-python
    send(url, json=body, verify=False)
    # ok: tls-unverified-python
    send(url, json=body, verify="/etc/ssl/certs/company-ca.pem")


def crawl(urls):
    session = requests.Session()
    # ruleid: tls-unverified-python
    session.verify = False
    return [session.get(url) for url in urls]


def status(urls):
    with requests.Session() as session:
        # ruleid: tls-unverified-python
        return [session.head(url, verify=False).status_code for url in urls]


def stream(url):
    # ruleid: tls-unverified-python
    with httpx.Client(verify=False) as client:
        return client.get(url).text


def old(url):
    # ruleid: tls-unverified-python
    context = ssl._create_unverified_context()
    return urllib.request.urlopen(url, context=context).read()


def safe(url, token):
    # ok: tls-unverified-python
    requests.get(url, timeout=5)
    # ok: tls-unverified-python
    httpx.get(url, verify=True)
    # ok: tls-unverified-python
    return token.check(verify=False)
