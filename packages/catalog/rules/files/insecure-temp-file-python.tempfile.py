import tempfile


def store(text):
    # ruleid: insecure-temp-file-python
    with open(tempfile.mktemp(suffix=".txt"), "w") as file:
        file.write(text)


def fixed(text):
    # ruleid: insecure-temp-file-python
    with open("/tmp/shop-report.txt", "w") as file:
        file.write(text)


def safe(text):
    # ok: insecure-temp-file-python
    with tempfile.NamedTemporaryFile(mode="w") as file:
        file.write(text)
    # ok: insecure-temp-file-python
    handle, path = tempfile.mkstemp()
    # ok: insecure-temp-file-python
    with open("/tmp/shop-report.txt", "r") as file:
        return file.read(), handle, path
