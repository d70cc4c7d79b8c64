FROM node:22-slim
# ok: dockerfile-secret-in-env
ARG VERSION=1.4.2
# ruleid: dockerfile-secret-in-env
ARG NPM_TOKEN=9f8e7d6c5b4a
# ruleid: dockerfile-secret-in-env
ENV DB_USER=shop DB_PASSWORD=correct-horse-1
# ruleid: dockerfile-secret-in-env
ENV API_KEY battery-staple-2
# ok: dockerfile-secret-in-env
ENV SESSION_SECRET=$SESSION_SECRET
# ok: dockerfile-secret-in-env
ENV PASSWORD_FILE=/run/secrets/password
# ok: dockerfile-secret-in-env
ENV TOKEN=
