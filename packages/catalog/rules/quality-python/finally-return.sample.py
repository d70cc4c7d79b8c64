def send(mail, connection):
    # ruleid: finally-return
    try:
        connection.send(mail)
    finally:
        connection.close()
        return True


def read(path):
    text = ""
    # ruleid: finally-return
    try:
        text = path.read_text()
    except OSError:
        text = "?"
    finally:
        return text


def fine(mail, connection):
    # ok: finally-return
    try:
        return connection.send(mail)
    finally:
        connection.close()


def other(path):
    # ok: finally-return
    try:
        text = path.read_text()
    finally:
        path.unlink()
    return text
