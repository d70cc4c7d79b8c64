#!/bin/bash
set -eu

# ruleid: download-to-shell
curl -fsSL https://example.com/install.sh | bash
# ruleid: download-to-shell
wget -qO- https://example.com/install.sh | sh

# ok: download-to-shell
curl -fsSL https://example.com/stock.json | jq .items
# ok: download-to-shell
curl --fail --output tool.sh https://example.com/tool-1.4.2.sh
# ok: download-to-shell
echo "0f3a  tool.sh" | sha256sum --check
# ok: download-to-shell
bash tool.sh
