import os

import psycopg2
import redis
import requests

PASSWORD = "s3cr3t-orders"


def database():
    # ruleid: hard-coded-login-python
    return psycopg2.connect(host="db", user="shop", password="s3cr3t-orders")


def cache():
    # ruleid: hard-coded-login-python
    return redis.Redis(host="cache", password=PASSWORD)


def partner():
    # ruleid: hard-coded-login-python
    return requests.get("https://api.example.com", auth=("shop", "s3cr3t-partner"))


def safe(password):
    # ok: hard-coded-login-python
    redis.Redis(host="cache", password="")
    # ok: hard-coded-login-python
    psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"])
    # ok: hard-coded-login-python
    return requests.get("https://api.example.com", auth=("shop", password))
