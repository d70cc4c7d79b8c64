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
