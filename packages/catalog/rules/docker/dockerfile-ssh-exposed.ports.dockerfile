FROM debian:12-slim
# ruleid: dockerfile-ssh-exposed
EXPOSE 22
# ruleid: dockerfile-ssh-exposed
EXPOSE 8080 22/tcp
# ok: dockerfile-ssh-exposed
EXPOSE 8080
# ok: dockerfile-ssh-exposed
EXPOSE 2222/tcp 122
