import asyncssh
import paramiko
from paramiko import AutoAddPolicy, SSHClient


def run(host, command):
    client = paramiko.SSHClient()
    # ruleid: ssh-host-key-unchecked-python
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host)
    return client.exec_command(command)


def imported(host):
    client = SSHClient()
    # ruleid: ssh-host-key-unchecked-python
    client.set_missing_host_key_policy(AutoAddPolicy)
    client.connect(host)


async def later(host):
    # ruleid: ssh-host-key-unchecked-python
    return await asyncssh.connect(host, username="deploy", known_hosts=None)


async def safe(host, client):
    client.load_system_host_keys()
    # ok: ssh-host-key-unchecked-python
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: ssh-host-key-unchecked-python
    return await asyncssh.connect(host, known_hosts="/etc/ssh/ssh_known_hosts")
