FROM node:22-slim
WORKDIR /app
COPY . .
# ruleid: dockerfile-user-root
USER 0:0
CMD ["node", "server.js"]
