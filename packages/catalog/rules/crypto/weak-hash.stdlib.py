import hashlib
from hashlib import sha1, sha256


def fingerprint(data: bytes) -> str:
    # ruleid: weak-hash
    return hashlib.md5(data).hexdigest()


def signature(data: bytes) -> tuple[str, str]:
    # ruleid: weak-hash
    old = sha1(data).hexdigest()
    # ok: weak-hash
    now = sha256(data).hexdigest()
    return old, now


def shard(key: str) -> int:
    # ok: weak-hash
    return int(hashlib.md5(key.encode(), usedforsecurity=False).hexdigest(), 16) % 16


def by_name(data: bytes) -> list[str]:
    name = "SHA1"
    # ruleid: weak-hash
    weak = hashlib.new(name, data)
    # ok: weak-hash
    strong = hashlib.new("sha3_256", data)
    return [weak.hexdigest(), strong.hexdigest()]


def etag_of(page):
    # ok: weak-hash
    return hashlib.md5(page).hexdigest()


def get_cache_key(parts):
    # ok: weak-hash
    return hashlib.sha1(parts).hexdigest()[:8]
