import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scan } from './scan.ts';

const rules = `rules:
- {id: eval-code, languages: [javascript, python], severity: ERROR, message: eval, pattern: eval(...)}
- {id: eval-shell, languages: [bash], severity: ERROR, message: eval, pattern: eval ...}
- {id: latest, languages: [dockerfile], severity: ERROR, message: latest, pattern: 'FROM $X:latest'}
- {id: runner, languages: [github-actions], severity: ERROR, message: runner, pattern: 'runs-on: $X'}
`;

const files = {
  'rules.yaml': rules,
  'src/Dockerfile.dev': 'FROM node:latest\nRUN a && \\\n  eval "$B"\n',
  'a.vue': '<template><p>{{ a }}</p></template>\n<script>\n// plumb-ignore\neval(b)\neval(c)\n</script>\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          eval "$1"\n',
  'other.yml': 'runs-on: x\nrun: eval "$1"\n',
  'bin/tool': '#!/usr/bin/env python3\neval(input())\n',
};

test('files are known by name, content and first line; code in them is scanned where it stands', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-embedded-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { findings } = await scan({
    paths: [],
    cwd,
    advisories: join(cwd, 'none'),
    defaultRules: false,
    rules: [join(cwd, 'rules.yaml')],
  });
  const said = findings.map(({ rule, location: { file, start }, suppressions }) => {
    return `${file}:${start.line}:${start.column} ${rule}${suppressions.length > 0 ? ' suppressed' : ''}`;
  });
  expect(said.toSorted()).toEqual([
    '.github/workflows/ci.yml:4:5 runner',
    '.github/workflows/ci.yml:7:11 eval-shell',
    'a.vue:4:1 eval-code suppressed',
    'a.vue:5:1 eval-code',
    'bin/tool:2:1 eval-code',
    'src/Dockerfile.dev:1:1 latest',
    'src/Dockerfile.dev:3:3 eval-shell',
  ]);
});
