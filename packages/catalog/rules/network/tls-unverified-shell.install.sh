#!/bin/bash
set -eu

# ruleid: tls-unverified-shell
curl -k -o tool.tgz https://example.com/tool.tgz
# ruleid: tls-unverified-shell
curl -sSLk https://example.com/tool.sha256 > tool.sha256
# ruleid: tls-unverified-shell
wget --no-check-certificate https://example.com/tool.tgz
# ruleid: tls-unverified-shell
git config --global http.sslVerify false

# ok: tls-unverified-shell
curl -sSL --fail https://example.com/tool.tgz -o tool.tgz
# ok: tls-unverified-shell
curl --key client.pem https://example.com/tool.tgz
# ok: tls-unverified-shell
wget --quiet https://example.com/tool.tgz
# ok: tls-unverified-shell
git config --global http.sslVerify true
