#!/bin/bash
set -eu

# ruleid: world-writable-shell
chmod 777 /srv/uploads
# ruleid: world-writable-shell
chmod -R a+rwx /srv/cache
# ruleid: world-writable-shell
sudo chmod -R 0777 /srv/log

# ok: world-writable-shell
chmod 750 /srv/uploads
# ok: world-writable-shell
chmod +x run.sh
# ok: world-writable-shell
chmod 1777 /srv/tmp
# ok: world-writable-shell
chmod "$MODE" /srv/other
