def number(text):
    try:
        return int(text)
    # ruleid: bare-except
    except:
        return 0


def read(path):
    try:
        return open(path).read()
    # ruleid: bare-except
    except:
        pass


def fine(text):
    try:
        return int(text)
    # ok: bare-except
    except ValueError:
        return 0


def close(connection):
    try:
        connection.send()
    # ok: bare-except
    except:
        connection.rollback()
        raise
