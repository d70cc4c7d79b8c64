FROM node:22-slim
COPY . /app
USER node
# ok: dockerfile-no-user
ENTRYPOINT ["node"]
