import hashlib
import hmac


def hook(request, key):
    own = hmac.new(key, request.data, hashlib.sha256).hexdigest()
    # ruleid: timing-unsafe-comparison-python
    if own != request.headers.get("X-Signature"):
        return "", 401
    return "", 204


def short(body, given, key):
    # ruleid: timing-unsafe-comparison-python
    return hmac.new(key, body, "sha256").hexdigest() == given


def safe(body, given, key, etag):
    own = hmac.new(key, body, "sha256").hexdigest()
    # ok: timing-unsafe-comparison-python
    if hashlib.sha256(body).hexdigest() == etag:
        return True
    # ok: timing-unsafe-comparison-python
    return hmac.compare_digest(own, given)
