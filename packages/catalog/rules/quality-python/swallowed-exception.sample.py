def send(mail, post):
    try:
        post(mail)
    # ruleid: swallowed-exception
    except Exception:
        pass
    try:
        post(mail.copy)
    # ruleid: swallowed-exception
    except Exception as error:
        pass
    try:
        post(mail.other)
    # ok: swallowed-exception
    except ConnectionError:
        pass
    try:
        post(mail.last)
    # ok: swallowed-exception
    except Exception:
        mail.failed = True
