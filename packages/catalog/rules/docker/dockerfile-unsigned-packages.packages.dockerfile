FROM debian:12-slim
# ruleid: dockerfile-unsigned-packages
RUN apt-get update && apt-get install -y --allow-unauthenticated tool
# ruleid: dockerfile-unsigned-packages
RUN apk add --allow-untrusted ./tool.apk
# ruleid: dockerfile-unsigned-packages
RUN yum install -y --nogpgcheck tool
# ok: dockerfile-unsigned-packages
RUN apt-get install -y --no-install-recommends tool
# ok: dockerfile-unsigned-packages
RUN apk add --no-cache tool
# ok: dockerfile-unsigned-packages
RUN dnf install -y tool
