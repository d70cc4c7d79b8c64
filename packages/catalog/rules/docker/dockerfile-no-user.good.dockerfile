FROM node:22-slim
COPY . /app
USER node
# ok: dockerfile-no-user
CMD ["node", "/app/server.js"]
