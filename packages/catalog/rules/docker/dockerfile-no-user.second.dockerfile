FROM node:22-slim
COPY . /app
# ruleid: dockerfile-no-user
ENTRYPOINT ["node", "/app/server.js"]
