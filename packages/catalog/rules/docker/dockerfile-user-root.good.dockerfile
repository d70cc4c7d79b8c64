FROM node:22-slim
# ok: dockerfile-user-root
USER root
RUN corepack enable
# ok: dockerfile-user-root
USER node
CMD ["node", "server.js"]
