FROM debian:12-slim
# ruleid: dockerfile-pipe-to-shell
RUN curl -fsSL https://example.com/install.sh | bash -
# ruleid: dockerfile-pipe-to-shell
RUN apt-get update && wget -qO- https://example.com/setup | sh && rm -rf /var/lib/apt/lists/*
# ok: dockerfile-pipe-to-shell
RUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/example.gpg
# ok: dockerfile-pipe-to-shell
RUN curl -fsSL -o install.sh https://example.com/install.sh && sha256sum --check install.sha256 && sh install.sh
# ok: dockerfile-pipe-to-shell
RUN curl -fsSL https://example.com/tool.tar.gz | tar xz
