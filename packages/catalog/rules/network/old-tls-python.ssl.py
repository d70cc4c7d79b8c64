import socket
import ssl
from ssl import PROTOCOL_TLSv1


def connect(host):
    # ruleid: old-tls-python
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def imported():
    # ruleid: old-tls-python
    return ssl.SSLContext(PROTOCOL_TLSv1)


def lowered():
    context = ssl.create_default_context()
    # ruleid: old-tls-python
    context.minimum_version = ssl.TLSVersion.TLSv1
    return context


def safe():
    # ok: old-tls-python
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: old-tls-python
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: old-tls-python
    context.maximum_version = ssl.TLSVersion.TLSv1_3
    return context
