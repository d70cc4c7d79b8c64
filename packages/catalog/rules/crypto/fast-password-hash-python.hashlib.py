import hashlib
import os


def register(user, password):
    # ruleid: fast-password-hash-python
    user.hash = hashlib.sha256(password.encode()).hexdigest()
    user.save()


def check(user, form):
    # ruleid: fast-password-hash-python
    digest = hashlib.md5((user.salt + form.password).encode("utf-8")).hexdigest()
    return user.hash == digest


def later(user, new_password):
    digest = hashlib.sha1()
    # ruleid: fast-password-hash-python
    digest.update(new_password.encode())
    return digest.hexdigest()


def safe(password, file, password_reset_url):
    # ok: fast-password-hash-python
    etag = hashlib.sha256(file.read()).hexdigest()
    # ok: fast-password-hash-python
    link = hashlib.sha256(password_reset_url.encode()).hexdigest()
    # ok: fast-password-hash-python
    slow = hashlib.pbkdf2_hmac("sha256", password.encode(), os.urandom(16), 600_000)
    return etag, link, slow
