import { Type } from 'typebox';
import { closed, Problem, Report, RuntimeReport } from '@plumbline/core';
import { ingestRuntime } from '../ingest/ingest-runtime.ts';
import { ingestScan } from '../ingest/ingest-scan.ts';
import { route } from './route.ts';

const megabyte = 1024 * 1024;
const Count = Type.Integer({ minimum: 0 });
const Notes = Type.Array(Problem, { description: 'What of the report was not taken, and why.' });

export const sendScan = route(
  {
    method: 'POST',
    url: '/api/v1/scans',
    summary: 'Takes the report of a scan. Sending it again changes nothing.',
    policy: 'scan:write',
    limit: 'ingest',
    bodyLimit: 64 * megabyte,
    body: Report,
    response: Type.Object(
      {
        url: Type.String({ description: 'Where the platform shows the findings, from the root of this server.' }),
        scan: Type.String(),
        project: Type.String(),
        findings: Type.Object({ created: Count, kept: Count, reopened: Count, fixed: Count, removed: Count }, closed),
        notes: Notes,
      },
      closed,
    ),
  },
  async ({ body }, { store, now }) => {
    const url = `/findings?project=${encodeURIComponent(JSON.stringify([body.project.name]))}`;
    return { url, ...(await ingestScan(store, body, now)) };
  },
);

export const sendRuntime = route(
  {
    method: 'POST',
    url: '/api/v1/runtime',
    summary: 'Takes the report of a running service. Sending the same one again changes nothing.',
    policy: 'runtime:write',
    limit: 'ingest',
    bodyLimit: 16 * megabyte,
    body: RuntimeReport,
    response: Type.Object(
      {
        service: Type.String(),
        findings: Type.Object({ created: Count, joined: Count }, closed),
        repeated: Type.Boolean(),
        notes: Notes,
      },
      closed,
    ),
  },
  async ({ body }, { store, now }) => await ingestRuntime(store, body, now),
);
