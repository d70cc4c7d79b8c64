FROM debian:12-slim
COPY shop /usr/local/bin/
# ruleid: dockerfile-no-user
CMD ["/usr/local/bin/shop"]
