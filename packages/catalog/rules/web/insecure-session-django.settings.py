import os

from flask import Flask

DEBUG = os.environ.get("DEBUG") == "1"

# ruleid: insecure-session-django
SESSION_COOKIE_SECURE = False
# ruleid: insecure-session-django
SESSION_COOKIE_HTTPONLY = False
# ok: insecure-session-django
CSRF_COOKIE_SECURE = True
# ok: insecure-session-django
LANGUAGE_COOKIE_HTTPONLY = False

app = Flask(__name__)
# ruleid: insecure-session-django
app.config["SESSION_COOKIE_SECURE"] = False
# ok: insecure-session-django
app.config["SESSION_COOKIE_HTTPONLY"] = True

if not DEBUG:
    # ok: insecure-session-django
    SESSION_COOKIE_SECURE = True
