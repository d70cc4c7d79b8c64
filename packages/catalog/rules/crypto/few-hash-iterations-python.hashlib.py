import hashlib
import os

import bcrypt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def register(password):
    # ruleid: few-hash-iterations-python
    return hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 1000)


def derive(password):
    # ruleid: few-hash-iterations-python
    kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=os.urandom(16), iterations=10_000)
    return kdf.derive(password)


def quick(password):
    # ruleid: few-hash-iterations-python
    return bcrypt.hashpw(password, bcrypt.gensalt(4))


def safe(password, count):
    # ok: few-hash-iterations-python
    hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), count)
    # ok: few-hash-iterations-python
    kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=os.urandom(16), iterations=600_000)
    # ok: few-hash-iterations-python
    bcrypt.gensalt()
    return kdf.derive(password)
