import hmac
import os

from Crypto.Cipher import AES
from cryptography.fernet import Fernet

KEY = b"ThisIsOurKey1234"


def encrypt(text):
    # ruleid: hard-coded-key-python
    return AES.new(KEY, AES.MODE_GCM).encrypt(text)


def sign(body):
    # ruleid: hard-coded-key-python
    return hmac.new("shop-signing-key".encode(), body, "sha256").hexdigest()


def token(text):
    # ruleid: hard-coded-key-python
    return Fernet(b"pZ1aG8mB5v3o6TQ0Yx2R7wK4nD9sJ6hL1cE8uV3iF0o=").encrypt(text)


def safe(text, key):
    # ok: hard-coded-key-python
    Fernet(Fernet.generate_key()).encrypt(text)
    # ok: hard-coded-key-python
    hmac.new(os.environ["SIGNING_KEY"].encode(), text, "sha256")
    # ok: hard-coded-key-python
    return AES.new(key, AES.MODE_GCM).encrypt(text)
