import { defineCommand } from '../command.ts';

export const vex = defineCommand({
  name: 'vex',
  summary: "Write what is known of the vulnerabilities of a project's libraries, for those who use it.",
  description: `A vulnerability that is ignored with a reason (plumbline.yaml, ignore files, VEX documents) does not affect the project;
every other one does. Formats: openvex, cyclonedx (a bill of materials with vulnerabilities), csaf (2.0, profile VEX).`,
  arguments: [{ name: 'path', help: 'Folder (default: this one)' }],
  options: {
    format: { value: 'FORMAT', choices: ['openvex', 'cyclonedx', 'csaf'], default: 'openvex', help: 'What to write' },
    output: { value: 'FILE', short: 'o', help: 'Write it there; - is standard output' },
    author: { value: 'NAME', default: 'Unknown Author', help: 'Who says it' },
    timestamp: { value: 'TIME', help: 'When, ISO 8601 (default: now)' },
  },
  examples: [
    ['plumb vex --author security@shop.example', 'as OpenVEX'],
    ['plumb vex --format csaf --output vex.json', 'as CSAF'],
  ],
  async run(paths, given, { cwd, signal }) {
    const { csafVex, cyclonedxVex, openvex, scan } = await import('@plumbline/scan');
    const { UserError } = await import('@plumbline/core');
    const time = given.timestamp === undefined ? new Date() : new Date(given.timestamp);
    if (Number.isNaN(time.getTime())) {
      const value = given.timestamp ?? '';
      throw new UserError('option-invalid', { option: 'timestamp', value, expected: 'an ISO 8601 time' });
    }
    const report = await scan({ paths, cwd, signal, only: 'sca' });
    const write = { openvex, cyclonedx: cyclonedxVex, csaf: csafVex }[given.format];
    const document = write(report, { author: given.author, timestamp: time.toISOString().replace(/\.\d+Z$/, 'Z') });
    return { text: JSON.stringify(document, undefined, 2), file: given.output, exitCode: 0 };
  },
});
