# ruleid: duplicate-dictionary-key
PORTS = {"http": 80, "https": 443, "http": 8080}
# ruleid: duplicate-dictionary-key
CODES = {
    200: "ok",
    404: "not found",
    200: "fine",
}
# ok: duplicate-dictionary-key
NAMES = {"http": 80, "https": 443}
# ok: duplicate-dictionary-key
OTHERS = {"a": {"x": 1}, "b": {"x": 2}}
