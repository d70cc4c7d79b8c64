FROM debian:12-slim
# ruleid: dockerfile-apt-lists-kept
RUN apt-get update && apt-get install -y curl
# ruleid: dockerfile-apt-lists-kept
RUN apt-get update; \
    apt-get install -y --no-install-recommends git; \
    apt-get clean
# ok: dockerfile-apt-lists-kept
RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
# ok: dockerfile-apt-lists-kept
RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y make
# ok: dockerfile-apt-lists-kept
RUN apt-get update
