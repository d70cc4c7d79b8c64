FROM debian:12-slim
# ruleid: dockerfile-download-without-tls
RUN curl -fsSLO http://example.com/tool.tar.gz
# ruleid: dockerfile-download-without-tls
RUN wget http://example.com/tool.tar.gz && tar xf tool.tar.gz
# ok: dockerfile-download-without-tls
RUN curl -fsSLO https://example.com/tool.tar.gz
# ok: dockerfile-download-without-tls
RUN curl -f http://localhost:8080/ready
