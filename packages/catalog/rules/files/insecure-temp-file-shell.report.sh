#!/bin/bash
set -eu

# ruleid: insecure-temp-file-shell
file=/tmp/report.$$
# ruleid: insecure-temp-file-shell
other="/tmp/report-$RANDOM.txt"

# ok: insecure-temp-file-shell
safe=$(mktemp)
# ok: insecure-temp-file-shell
folder=/tmp
# ok: insecure-temp-file-shell
log=/var/log/report.$$
echo done > "$safe"
