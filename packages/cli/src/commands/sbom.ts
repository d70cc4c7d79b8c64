import type { Report } from '@plumbline/core';
import { defineCommand } from '../command.ts';
import { systemOptions, systemRequest } from '../systems.ts';
import { resolveOptions, resolveRequest } from '../registries.ts';

export const sbom = defineCommand({
  name: 'sbom',
  summary: 'Write a bill of materials: all libraries of a project.',
  description: `Reads the manifests and lock files of a folder and writes a bill of materials. The same packages give the same bytes:
CycloneDX has no time unless --timestamp sets one; SPDX and the snapshot need one, which is the present without it.

Formats: cyclonedx (JSON), cyclonedx-xml, spdx (2.3, JSON), spdx-tag (2.3, tags and values), spdx3 (3.0, JSON-LD), github (a
snapshot for GitHub's dependency graph: POST it to /repos/OWNER/NAME/dependency-graph/snapshots).`,
  arguments: [{ name: 'path', help: 'Folder (default: this one)' }],
  options: {
    format: {
      value: 'FORMAT',
      choices: ['cyclonedx', 'cyclonedx-xml', 'spdx', 'spdx-tag', 'spdx3', 'github'],
      default: 'cyclonedx',
      help: 'What to write',
    },
    spec: { value: 'VERSION', choices: ['1.4', '1.5', '1.6', '1.7'], default: '1.6', help: 'Version of CycloneDX' },
    output: { value: 'FILE', short: 'o', help: 'Write it there; - is standard output' },
    timestamp: { value: 'TIME', help: 'When it was made, ISO 8601; now for the present' },
    'serial-number': { value: 'URN', help: 'urn:uuid:… (default: made from the content)' },
    project: {
      value: 'NAME',
      env: 'PLUMB_PROJECT',
      help: 'Name of the project (default: from package.json, or the folder)',
    },
    ...systemOptions,
    ...resolveOptions,
  },
  examples: [
    ['plumb sbom --output bom.json', 'for this folder'],
    ['plumb sbom services/shop --timestamp now', 'for another, with the present time'],
    ['plumb sbom --format spdx --output shop.spdx.json', 'as SPDX'],
    ['plumb sbom --image shop.tar --output bom.json', 'of a container image'],
    ['plumb sbom --resolve --output bom.json', 'with what manifests without a lock bring along'],
  ],
  async run(paths, given, terminal) {
    const { cwd, signal, note } = terminal;
    const { scan } = await import('@plumbline/scan');
    const timestamp = given.timestamp === undefined ? undefined : await timeOf(given.timestamp);
    const serialNumber = given['serial-number'];
    if (serialNumber !== undefined) await checkSerial(serialNumber);
    const report = await scan({
      paths,
      cwd,
      signal,
      only: 'sca',
      inventoryAlone: true,
      project: given.project,
      ...(await systemRequest(given, paths, cwd)),
      resolve: await resolveRequest(given, terminal),
    });
    // Without advisories a bill of materials is as good as with them.
    for (const it of report.problems.filter((problem) => problem.code !== 'no-advisories')) {
      note(`${it.file === undefined ? '' : `${it.file}:${it.line ?? 1}: `}${it.message}`);
    }
    const text = await written(report, { format: given.format, spec: given.spec, timestamp, serialNumber });
    return { text, file: given.output, exitCode: 0 };
  },
});

interface Wanted {
  readonly format: 'cyclonedx' | 'cyclonedx-xml' | 'spdx' | 'spdx-tag' | 'spdx3' | 'github';
  readonly spec: '1.4' | '1.5' | '1.6' | '1.7';
  readonly timestamp: string | undefined;
  readonly serialNumber: string | undefined;
}

async function written(report: Report, { format, spec, timestamp, serialNumber }: Wanted): Promise<string> {
  const sca = await import('@plumbline/scan');
  const created = (timestamp ?? new Date().toISOString()).replace(/\.\d+Z$/, 'Z');
  const json = (it: unknown): string => JSON.stringify(it, undefined, 2);
  const bom = (): ReturnType<typeof sca.cyclonedxAs> =>
    sca.cyclonedxAs(sca.cyclonedx(report, { timestamp, serialNumber }), spec);
  const writers = {
    cyclonedx: () => json(bom()),
    'cyclonedx-xml': () => sca.cyclonedxXml(bom()),
    spdx: () => json(sca.spdx(report, { created })),
    'spdx-tag': () => sca.spdxTagValue(sca.spdx(report, { created })),
    spdx3: () => json(sca.spdx3(report, { created })),
    github: () => json(sca.githubSnapshot(report, { ...stateOf(report), scanned: created })),
  };
  return writers[format]();
}

/** GitHub wants to know what was looked at; outside of git nobody does. */
function stateOf({ project }: Report): { sha: string; ref: string } {
  return { sha: project.commit ?? '0'.repeat(40), ref: `refs/heads/${project.branch ?? 'main'}` };
}

async function timeOf(value: string): Promise<string> {
  const time = value === 'now' ? new Date() : new Date(value);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  const { UserError } = await import('@plumbline/core');
  throw new UserError('option-invalid', { option: 'timestamp', value, expected: 'an ISO 8601 time, or now' });
}

async function checkSerial(value: string): Promise<void> {
  if (/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) return;
  const { UserError } = await import('@plumbline/core');
  throw new UserError('option-invalid', {
    option: 'serial-number',
    value,
    expected: 'urn:uuid: and a UUID in small letters',
  });
}
