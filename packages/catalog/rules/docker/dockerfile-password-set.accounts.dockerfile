FROM debian:12-slim
# ruleid: dockerfile-password-set
RUN echo 'root:correct-horse-1' | chpasswd
# ruleid: dockerfile-password-set
RUN useradd -m -p battery-staple-2 shop
# ok: dockerfile-password-set
RUN echo "root:$PASSWORD" | chpasswd
# ok: dockerfile-password-set
RUN useradd --system --uid 10001 worker
