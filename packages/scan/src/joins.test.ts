import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scan, type ScanOptions } from './scan.ts';

const rules = `rules:
- id: shown-input
  mode: join
  severity: ERROR
  message: $VAR is shown
  join:
    rules:
    - id: input
      languages: [python]
      pattern: show($KEY=$VAR)
    - id: page
      languages: [generic]
      pattern: '{{ $KEY }}'
    on: ['input.$KEY == page.$KEY']
`;

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function found(cwd: string, more: Partial<ScanOptions> = {}): Promise<string[]> {
  const rest = { rules: [join(cwd, 'rules.yaml')], defaultRules: false, only: 'sast' as const, ...more };
  const { findings } = await scan({ paths: [], cwd, ...rest });
  return findings.map(
    ({ location, message, suppressions }) =>
      `${location.file}:${location.start.line} ${message}${suppressions.length > 0 ? ' -' : ''}`,
  );
}

test('rules that join findings see all files, also by way of the cache', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-join-'));
  write(cwd, { 'rules.yaml': rules, 'a.py': 'show(x=a)\n', 'one.html': '{{ x }}\n', 'two.html': '{{ y }}\n' });
  const cache = join(cwd, 'cache');
  expect(await found(cwd, { cache })).toEqual(['one.html:1 a is shown']);
  expect(await found(cwd, { cache })).toEqual(['one.html:1 a is shown']);
});

test.skipIf(spawnSync('git', ['--version']).status !== 0)('what is new may be in a file that is not', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-join-'));
  write(cwd, { 'rules.yaml': rules, 'a.py': 'show(x=a)\n', 'one.html': '{{ x }}\n', 'two.html': '{{ y }}\n' });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'a');
  write(cwd, { 'b.py': 'show(y=b)\n' });
  expect(await found(cwd, { diff: 'HEAD' })).toEqual(['two.html:1 b is shown']);
});
