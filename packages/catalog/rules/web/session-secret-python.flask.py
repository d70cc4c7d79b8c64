import os

import jwt
from flask import Flask

# ruleid: session-secret-python
SECRET_KEY = "django-insecure-o2!ds7f&k"

app = Flask(__name__)
# ruleid: session-secret-python
app.secret_key = "our-session-secret"
# ruleid: session-secret-python
app.config["SECRET_KEY"] = b"our-session-secret"
# ok: session-secret-python
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ok: session-secret-python
app.config["SECRET_NAME"] = "our-session-secret"


def token(user):
    # ruleid: session-secret-python
    return jwt.encode({"id": user.id}, "our-token-secret", algorithm="HS256")


def safe(user, settings):
    # ok: session-secret-python
    app.secret_key = settings.secret
    # ok: session-secret-python
    return jwt.encode({"id": user.id}, os.environ["JWT_KEY"], algorithm="HS256")
