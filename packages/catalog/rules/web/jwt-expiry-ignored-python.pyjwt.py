import jwt


def check(token, key):
    # ruleid: jwt-expiry-ignored-python
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": False})


def audience(token, key):
    # ruleid: jwt-expiry-ignored-python
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


def safe(token, key, options):
    # ok: jwt-expiry-ignored-python
    jwt.decode(token, key, algorithms=["RS256"], options=options)
    # ok: jwt-expiry-ignored-python
    jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})
    # ok: jwt-expiry-ignored-python
    return jwt.decode(token, key, algorithms=["RS256"], audience="shop")
