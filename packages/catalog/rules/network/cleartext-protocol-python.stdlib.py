import ftplib
import imaplib
import smtplib


def send(host, user, password, message):
    mail = smtplib.SMTP(host)
    # ruleid: cleartext-protocol-python
    mail.login(user, password)
    mail.send_message(message)


def upload(host, user, password, file):
    # ruleid: cleartext-protocol-python
    connection = ftplib.FTP(host, user, password)
    connection.storbinary("STOR report.pdf", file)


def read(host, user, password):
    box = imaplib.IMAP4(host)
    # ruleid: cleartext-protocol-python
    box.login(user, password)


def safe(host, user, password):
    mail = smtplib.SMTP(host)
    mail.starttls()
    # ok: cleartext-protocol-python
    mail.login(user, password)
    # ok: cleartext-protocol-python
    anonymous = ftplib.FTP(host)
    box = imaplib.IMAP4_SSL(host)
    # ok: cleartext-protocol-python
    box.login(user, password)
    return anonymous
