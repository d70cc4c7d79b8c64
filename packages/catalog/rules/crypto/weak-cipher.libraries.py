from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def old(key: bytes, data: bytes) -> bytes:
    # ruleid: weak-cipher
    return DES.new(key, DES.MODE_CBC).encrypt(data)


def stream(key: bytes, data: bytes) -> bytes:
    # ruleid: weak-cipher
    return ARC4.new(key).encrypt(data)


def blocks(key: bytes, data: bytes) -> bytes:
    # ruleid: weak-cipher
    return AES.new(key, AES.MODE_ECB).encrypt(data)


def hazardous(key: bytes) -> Cipher:
    # ruleid: weak-cipher
    return Cipher(algorithms.AES(key), modes.ECB())


def safely(key: bytes, data: bytes) -> bytes:
    # ok: weak-cipher
    return AES.new(key, AES.MODE_GCM).encrypt(data)


def counted(key: bytes, nonce: bytes) -> Cipher:
    # ok: weak-cipher
    return Cipher(algorithms.AES(key), modes.GCM(nonce))
