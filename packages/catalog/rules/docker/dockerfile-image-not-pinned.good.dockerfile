ARG BASE=debian:12
# ok: dockerfile-image-not-pinned
FROM $BASE AS base

# ok: dockerfile-image-not-pinned
FROM debian:12-slim
COPY . .
