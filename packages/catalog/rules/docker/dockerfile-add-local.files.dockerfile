FROM node:22-slim
# ruleid: dockerfile-add-local
ADD package.json /app/
# ruleid: dockerfile-add-local
ADD . /app
# ok: dockerfile-add-local
ADD root.tar.gz /
# ok: dockerfile-add-local
ADD https://example.com/a.txt /a.txt
# ok: dockerfile-add-local
ADD $ARCHIVE /
# ok: dockerfile-add-local
COPY server.js /app/
