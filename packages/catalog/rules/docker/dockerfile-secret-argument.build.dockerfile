FROM node:22-slim
# ruleid: dockerfile-secret-argument
ARG NPM_TOKEN
RUN npm config set //registry.npmjs.org/:_authToken "$NPM_TOKEN" && npm ci
# ruleid: dockerfile-secret-argument
ARG DB_PASSWORD
# ok: dockerfile-secret-argument
ARG VERSION
# ok: dockerfile-secret-argument
ARG TOKENIZER
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
