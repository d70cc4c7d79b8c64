import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

IV = b"0123456789abcdef"


def encrypt(key, text):
    # ruleid: static-iv-python
    return AES.new(key, AES.MODE_CBC, b"\x00" * 16).encrypt(text)


def named(key):
    # ruleid: static-iv-python
    return AES.new(key, AES.MODE_CBC, iv=IV)


def hazmat(key):
    # ruleid: static-iv-python
    return Cipher(algorithms.AES(key), modes.CBC(b"abcdefghijklmnop"))


def safe(key, text, stored):
    # ok: static-iv-python
    cipher = AES.new(key, AES.MODE_GCM)
    # ok: static-iv-python
    AES.new(key, AES.MODE_CBC, stored[:16])
    # ok: static-iv-python
    return Cipher(algorithms.AES(key), modes.CBC(os.urandom(16))), cipher.encrypt(text)
