#!/bin/bash
set -eu

run() {
  # ruleid: eval-shell
  eval "$1"
}

again() {
  # ruleid: eval-shell
  eval "$@"
}

safe() {
  # ok: eval-shell
  "$@"
  # ok: eval-shell
  echo "$1"
  # ok: eval-shell
  bash -c 'uptime'
}
