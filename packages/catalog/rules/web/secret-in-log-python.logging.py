import logging

logger = logging.getLogger(__name__)


def login(form):
    # ruleid: secret-in-log-python
    logger.info("login of %s with %s", form.name, form.password)
    # ruleid: secret-in-log-python
    logger.debug(f"token {form.access_token}")
    # ruleid: secret-in-log-python
    logging.warning("key " + form.api_key)


def safe(form, password_length):
    # ok: secret-in-log-python
    logger.info("password of %s changed", form.name)
    # ok: secret-in-log-python
    logger.debug("length %s", password_length)
    # ok: secret-in-log-python
    form.check(form.password)
