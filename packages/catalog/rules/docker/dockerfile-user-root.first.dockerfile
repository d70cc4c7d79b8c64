FROM debian:12-slim
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
# ruleid: dockerfile-user-root
USER root
CMD ["/usr/local/bin/shop"]
