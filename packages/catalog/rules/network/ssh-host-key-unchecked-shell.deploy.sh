#!/bin/bash
set -eu

# ruleid: ssh-host-key-unchecked-shell
ssh -o StrictHostKeyChecking=no deploy@example.com ./restart.sh
# ruleid: ssh-host-key-unchecked-shell
scp -o "StrictHostKeyChecking no" site.tgz deploy@example.com:/srv
# ruleid: ssh-host-key-unchecked-shell
rsync -e "ssh -o StrictHostKeyChecking=no" -a site/ deploy@example.com:/srv

# ok: ssh-host-key-unchecked-shell
ssh -o StrictHostKeyChecking=yes deploy@example.com ./restart.sh
# ok: ssh-host-key-unchecked-shell
ssh -o UserKnownHostsFile=known_hosts deploy@example.com ./restart.sh
# ok: ssh-host-key-unchecked-shell
scp site.tgz deploy@example.com:/srv
