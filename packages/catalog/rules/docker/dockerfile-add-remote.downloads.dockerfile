FROM debian:12-slim
# ruleid: dockerfile-add-remote
ADD https://example.com/tool.tar.gz /opt/
# ruleid: dockerfile-add-remote
ADD --chown=10001 http://example.com/tool.sh /usr/local/bin/
# ok: dockerfile-add-remote
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/
# ok: dockerfile-add-remote
ADD tool.tar.gz /opt/
# ok: dockerfile-add-remote
COPY settings.json /etc/shop/
