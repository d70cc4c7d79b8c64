FROM debian:12-slim
# ruleid: dockerfile-tls-unverified
RUN curl -skL https://example.com/tool -o tool
# ruleid: dockerfile-tls-unverified
RUN wget -q --no-check-certificate https://example.com/tool
# ruleid: dockerfile-tls-unverified
RUN pip install --trusted-host pypi.example.com shop
# ruleid: dockerfile-tls-unverified
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
# ok: dockerfile-tls-unverified
RUN curl -fsSL https://example.com/tool -o kit
# ok: dockerfile-tls-unverified
RUN wget -q https://example.com/tool
# ok: dockerfile-tls-unverified
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
# ok: dockerfile-tls-unverified
RUN curl -oktool https://example.com/tool
