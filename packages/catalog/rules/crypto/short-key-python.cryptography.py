from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa


def pair():
    # ruleid: short-key-python
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)


def library():
    # ruleid: short-key-python
    return RSA.generate(1024)


def safe(bits):
    # ok: short-key-python
    RSA.generate(bits)
    # ok: short-key-python
    ed25519.Ed25519PrivateKey.generate()
    # ok: short-key-python
    return rsa.generate_private_key(public_exponent=65537, key_size=3072)
