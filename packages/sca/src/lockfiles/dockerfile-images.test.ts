import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('stages, arguments, digests, what is copied from other images', () => {
  const digest = 'a'.repeat(64);
  const { value, problems } = readProject({
    'app/Dockerfile': `ARG NODE=20.1
ARG BASE
FROM --platform=linux/amd64 node:$NODE AS build
FROM golang AS tools
COPY --from=registry.example:5000/team/x:1.2 /a /b
FROM \${OTHER:-alpine:3.18@sha256:${digest}} AS base
FROM $BASE
FROM scratch
FROM base
COPY --from=build /x /y
COPY --from=0 /x /y
`,
  });
  expect(value.map(short)).toEqual([
    '3 node@20.1 direct build',
    '4 golang@latest direct build',
    '5 registry.example:5000/team/x@1.2 direct build',
    `6 alpine@sha256:${digest} direct runtime`,
  ]);
  expect(value[3]).toMatchObject({ requested: '3.18' });
  expect(value[0]!.purl).toBe('pkg:docker/node@20.1');
  expect(problems.map((it) => it.line)).toEqual([7]);
});

test('instructions of several lines, mounts, here-documents, values of values and what compose gives', () => {
  const { value, problems } = readProject({
    Dockerfile: `# syntax=docker/dockerfile:1
ARG OS=alpine VERSION="3.20"
ARG BASE=$OS:\${VERSION}
FROM \\
  # a comment between
  $BASE
RUN psql -c "select a \\
FROM b"
RUN <<EOF
FROM no:1
EOF
RUN --mount=type=bind,from=golang:1.22,target=/go --mount=type=cache,target=/c --mount=from=0,target=/x go build
`,
    'deploy/docker-compose.yml': `services:
  cron:
    build:
      context: ../cron
      args:
        BASE_IMAGE: "shop/base:\${TAG:-4.1}"
  other:
    build: {context: ../cron, dockerfile: Other.Dockerfile, args: [X=debian:12, Y]}
`,
    'deploy/.env': 'Y=busybox:1.36\n',
    'cron/Dockerfile': 'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n',
    'cron/Other.Dockerfile': 'ARG X=debian:11\nARG Y\nFROM $Y AS y\nFROM $X\n',
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.location.file} ${short(it)}`)).toEqual([
    'Dockerfile 4 alpine@3.20 direct runtime',
    'Dockerfile 12 golang@1.22 direct build',
    'cron/Dockerfile 2 shop/base@4.1 direct runtime',
    'cron/Other.Dockerfile 3 busybox@1.36 direct build',
    'cron/Other.Dockerfile 4 debian@12 direct runtime',
  ]);
});
