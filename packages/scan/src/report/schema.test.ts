import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { reportSchema } from './schema.ts';

test('docs/report.schema.json is current', () => {
  const published = readFileSync(new URL('../../../../docs/report.schema.json', import.meta.url), 'utf8');
  expect(published, 'run: node packages/scan/scripts/schema.mjs').toBe(reportSchema());
});

test('other validators understand it', () => {
  const ajv = new Ajv2020();
  // The package is CommonJS; its types say otherwise.
  (formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  const validate = ajv.compile(JSON.parse(reportSchema()) as object);
  expect(validate({ version: '1.0', findings: [] })).toBe(false);
  expect(
    validate({
      version: '1.0',
      tool: { name: 'plumbline', version: '0.1.0' },
      project: { name: 'shop' },
      findings: [],
      packages: [],
      problems: [],
      stats: { files: 0, lines: 0, bytes: 0, skipped: { binary: 1 }, languages: {}, rules: 0 },
    }),
  ).toBe(true);
});
