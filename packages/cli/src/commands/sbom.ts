import { defineCommand } from '../command.ts';

export const sbom = defineCommand({
  name: 'sbom',
  summary: 'Write a bill of materials: all libraries of a project.',
  description: `Reads the manifests and lock files of a folder and writes a CycloneDX 1.6 bill of materials (JSON). The same packages
give the same bytes, so it has no time unless --timestamp sets one.`,
  arguments: [{ name: 'path', help: 'Folder (default: this one)' }],
  options: {
    output: { value: 'FILE', short: 'o', help: 'Write it there; - is standard output' },
    timestamp: { value: 'TIME', help: 'When it was made, ISO 8601; now for the present' },
    'serial-number': { value: 'URN', help: 'urn:uuid:… (default: made from the content)' },
    project: {
      value: 'NAME',
      env: 'PLUMB_PROJECT',
      help: 'Name of the project (default: from package.json, or the folder)',
    },
  },
  examples: [
    ['plumb sbom --output bom.json', 'for this folder'],
    ['plumb sbom services/shop --timestamp now', 'for another, with the present time'],
  ],
  async run(paths, given, { cwd, signal, note }) {
    const { cyclonedx, scan } = await import('@plumbline/scan');
    const timestamp = given.timestamp === undefined ? undefined : await timeOf(given.timestamp);
    const serialNumber = given['serial-number'];
    if (serialNumber !== undefined) await checkSerial(serialNumber);
    const report = await scan({ paths, cwd, signal, only: 'sca', project: given.project });
    // Without advisories a bill of materials is as good as with them.
    for (const it of report.problems.filter((problem) => problem.code !== 'no-advisories')) {
      note(`${it.file === undefined ? '' : `${it.file}:${it.line ?? 1}: `}${it.message}`);
    }
    const text = JSON.stringify(cyclonedx(report, { timestamp, serialNumber }), undefined, 2);
    return { text, file: given.output, exitCode: 0 };
  },
});

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
