import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Report } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands, groups } from './commands/index.ts';
import { main, type World } from './main.ts';
import type { Stream } from './screen.ts';

interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

function captured(more: Partial<Stream> = {}): Stream & { readonly text: () => string } {
  let text = '';
  return {
    text: () => text,
    write(part, done) {
      text += part;
      done();
    },
    ...more,
  };
}

const home = mkdtempSync(join(tmpdir(), 'plumb-home-'));

/** Runs the command line in a folder, without this user's advisories and settings. */
async function plumb(line: readonly string[], cwd: string, more: Partial<World> = {}): Promise<Ended> {
  const [out, err] = [captured(), captured()];
  const env = { PLUMB_HOME: home };
  const exitCode = await main(line, { cwd, env, out, err, onInterrupt: () => () => undefined, ...more });
  return { exitCode, out: out.text(), err: err.text() };
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-cli-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A rule that needs no language: so these tests are about the command, not about what it finds. */
const rules = `rules:
  - id: marked
    languages: [regex]
    severity: HIGH
    message: This is marked.
    pattern-regex: MARK
    metadata: { cwe: CWE-1, title: A mark }
  - id: noted
    languages: [regex]
    severity: LOW
    message: This is noted.
    pattern-regex: NOTE
`;
const own = ['--no-default-rules', '--rules', 'rules'];
const project = (files: Readonly<Record<string, string>> = {}): string =>
  folderOf({ 'rules/mine.yaml': rules.replace('MARK', 'MA[R]K').replace('NOTE', 'NO[T]E'), ...files });

describe('every command', () => {
  test.each(commands.map((it) => [it.name, it] as const))('%s says what it does', async (name, command) => {
    const { out, exitCode } = await plumb([...name.split(' '), '--help'], '/');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Usage: plumb ${name}`);
    expect(out).toContain('Examples:');
    expect(command.examples.every(([line]) => line.includes(`plumb ${name}`))).toBe(true);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
  });

  test('commands of two words have a group', () => {
    const used = commands.map((it) => it.name.split(' ')).filter((it) => it.length > 1);
    expect([...new Set(used.map(([word]) => word!))].toSorted()).toEqual(Object.keys(groups).toSorted());
  });
});

describe('calls', () => {
  test.each([[['--version']], [['-V']]])('%s prints the version', async (line) => {
    expect(await plumb(line, '/')).toEqual({ exitCode: 0, out: '0.1.0\n', err: '' });
  });

  test.each([[[]], [['--help']], [['help']]])('%s prints the help', async (line) => {
    const { exitCode, out, err } = await plumb(line, '/');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: plumb \[options\] \[command\]\n[^]*scan[^]*rules/);
  });

  test.each([
    [['scna'], '(Did you mean scan?)'],
    [['scan', '--fromat', 'json'], '(Did you mean --format?)'],
    [['scan', '--format', 'xml'], 'Allowed choices are text, json, sarif'],
    [['scan', '--jobs', '0'], '--jobs 0: expected a whole number from 1 to 256.'],
    [['scan', '--jobs', '1e1'], '--jobs 1e1: expected'],
    [['scan', 'nowhere'], 'There is no file or folder nowhere.'],
    [['scan', '--rules', 'nowhere.yaml'], 'There is no file or folder'],
    [['scan', '--baseline', 'nowhere.json'], 'is not a report of an earlier scan'],
    [['scan', '--diff', 'main'], 'is in no git repository'],
    [['scan', '--upload'], "An upload needs the platform's address: --url or PLUMB_URL."],
    [['scan', '--upload', '--url', 'http://x'], 'An upload needs a token: set PLUMB_TOKEN'],
    [['rules'], 'Usage: plumb rules'],
  ])('%j is a mistake: exit code 2, a sentence, nothing on standard output', async (line, message) => {
    const { exitCode, out, err } = await plumb(line, folderOf({}));
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('broken settings are told with line and column', async () => {
    const { exitCode, err } = await plumb(['scan'], project({ 'plumbline.yaml': 'project: x\nfail: high\n' }));
    expect(exitCode).toBe(2);
    expect(err).toContain('plumbline.yaml:2:1: unknown key "fail"');
  });
});

describe('scan', () => {
  test.each([
    ['nothing found', 'x', [], 0],
    ['a finding at the threshold', 'MARK', [], 1],
    ['a finding below it', 'NOTE', [], 0],
    ['a lower threshold', 'NOTE', ['--fail-on', 'low'], 1],
    ['no threshold', 'MARK', ['--fail-on', 'none'], 0],
    ['a higher threshold', 'MARK', ['--fail-on', 'critical'], 0],
  ])('exit code: %s', async (_, text, options, exitCode) => {
    expect(await plumb(['scan', ...own, ...options], project({ 'a.js': text }))).toMatchObject({ exitCode });
  });

  test('the threshold in plumbline.yaml counts, the one in the call more', async () => {
    const cwd = project({ 'a.js': 'NOTE', 'plumbline.yaml': 'fail-on: low\n' });
    expect(await plumb(['scan', ...own], cwd)).toMatchObject({ exitCode: 1 });
    expect(await plumb(['scan', ...own, '--fail-on', 'high'], cwd)).toMatchObject({ exitCode: 0 });
  });

  test('rules and severities as plumbline.yaml wants them', async () => {
    const settings = 'rules:\n  paths: [rules]\n  defaults: off\n  ids: { marked: off, noted: critical }\n';
    const cwd = project({ 'a.js': 'MARK NOTE', 'plumbline.yaml': settings });
    const { out, exitCode } = await plumb(['scan', '--format', 'json'], cwd);
    const { findings, coverage } = JSON.parse(out) as Report;
    expect(findings.map((it) => [it.rule, it.severity])).toEqual([['noted', 'critical']]);
    expect(coverage).toEqual({ kinds: ['code'], paths: [], rules: ['noted'] });
    expect(exitCode).toBe(1);
  });

  test('text for people, paths as seen from here', async () => {
    const cwd = project({ 'src/a.js': 'one\nx = MARK;\n' });
    const { out, err } = await plumb(['scan', ...own, 'src'], cwd);
    expect(out).toMatch(
      /^HIGH {2}A mark +marked · CWE-1 · medium confidence\n {2}src\/a\.js:2:5\n {2}This is marked\.\n/,
    );
    expect(out).toMatch(/1 finding: 1 high\n1 file · 2 lines · 2 rules in \d\.\d s\n/);
    expect(out).toContain('→ Exit code 1: 1 at or above high (--fail-on).\n');
    expect(err).toBe('');
  });

  test('quiet: the report alone', async () => {
    const { out } = await plumb(['scan', ...own, '--quiet'], project({ 'a.js': 'MARK' }));
    expect(out).not.toContain('→');
  });

  test('to a file, without colours', async () => {
    const cwd = project({ 'a.js': 'MARK' });
    const env = { FORCE_COLOR: '1', PLUMB_HOME: join(cwd, 'none') };
    const screen = await plumb(['scan', ...own], cwd, { env });
    expect(screen.out).toContain('\u001b[');
    const { out, exitCode } = await plumb(['scan', ...own, '-o', 'report.txt'], cwd, { env });
    expect([out, exitCode]).toEqual(['', 1]);
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain('\u001b[');
    expect((await plumb(['scan', ...own, '--output', '-', 'a.js'], cwd, { env })).out).toContain('\u001b[');
  });

  test('reports of its own are not scanned', async () => {
    const cwd = project({ 'a.js': 'MARK' });
    const more = ['--fail-on', 'none', '--format', 'json'];
    await plumb(['scan', ...own, ...more, '-o', 'base.json'], cwd);
    await plumb(['scan', ...own, ...more, '-o', 'new.json', '--baseline', 'base.json'], cwd);
    await plumb(['scan', ...own, ...more, '-o', 'new.json', '--baseline', 'base.json'], cwd);
    const { findings } = JSON.parse(readFileSync(join(cwd, 'new.json'), 'utf8')) as Report;
    expect(findings.map((it) => it.location.file)).toEqual(['a.js']);
  });

  test('a file that cannot be written is told', async () => {
    const { exitCode, err } = await plumb(['scan', ...own, '-o', 'no/such/folder'], project());
    expect(exitCode).toBe(2);
    expect(err).toContain('ENOENT');
  });

  test('json and sarif are what they should be', async () => {
    const cwd = project({ 'a.js': 'MARK', 'b b.js': 'MARK' });
    const json = JSON.parse((await plumb(['scan', ...own, '--format', 'json'], cwd)).out) as Report;
    expect(json.findings.map((it) => `${it.location.file}:${it.rule}`)).toEqual(['a.js:marked', 'b b.js:marked']);
    const { out } = await plumb(['scan', ...own, '--format', 'sarif'], cwd);
    const sarif = JSON.parse(out) as { runs: [{ results: { ruleId: string }[] }] };
    expect(sarif.runs[0].results.map((it) => it.ruleId)).toEqual(['marked', 'marked']);
  });

  test('the same bytes for any number of workers', async () => {
    const files = Array.from({ length: 60 }, (_, at) => [
      `d${at % 7}/f${at}.js`,
      `${'x\n'.repeat(at)}MARK ${at}\nNOTE // plumb-ignore\n`,
    ]);
    const cwd = project(Object.fromEntries(files) as Record<string, string>);
    const run = async (jobs: string): Promise<Ended> =>
      plumb(['scan', ...own, '--format', 'json', '--jobs', jobs], cwd);
    const one = await run('1');
    expect((JSON.parse(one.out) as Report).findings).toHaveLength(120);
    expect(await run('2')).toEqual(one);
    expect(await run('4')).toEqual(one);
  });

  test('a baseline: what was there does not fail, what is new does', async () => {
    const cwd = project({ 'a.js': 'old MARK\n' });
    await plumb(['scan', ...own, '--format', 'json', '-o', 'base.json', 'a.js'], cwd);
    writeFileSync(join(cwd, 'a.js'), '\n\n\nold MARK\n');
    const known = await plumb(['scan', ...own, '--baseline', 'base.json', 'a.js'], cwd);
    expect(known.exitCode).toBe(0);
    expect(known.out).toContain('Suppressed: 1 by baseline');
    writeFileSync(join(cwd, 'a.js'), 'old MARK\nvery new MARK\n');
    const fresh = await plumb(['scan', ...own, '--baseline', 'base.json', '--format', 'json', 'a.js'], cwd);
    const { findings } = JSON.parse(fresh.out) as Report;
    expect(findings.map((it) => [it.location.start.line, it.suppressions.length])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(fresh.exitCode).toBe(1);
  });

  test('libraries alone', async () => {
    const manifest = {
      name: 'shop',
      lockfileVersion: 3,
      packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/a': { version: '1.0.0' } },
    };
    const cwd = project({ 'a.js': 'MARK', 'package-lock.json': JSON.stringify(manifest, null, 2) });
    const { out, exitCode } = await plumb(['scan', '--only', 'sca', '--format', 'json'], cwd);
    const report = JSON.parse(out) as Report;
    expect(report.packages.map((it) => it.purl)).toEqual(['pkg:npm/a@1.0.0']);
    expect(report.problems.map((it) => it.code)).toEqual(['no-advisories']);
    expect(report.coverage?.kinds).toEqual([]);
    expect([report.findings, exitCode]).toEqual([[], 0]);
  });

  test('verbose lists what was left out', async () => {
    const cwd = project({ 'a.min.js': 'x', 'node_modules/x/i.js': 'x', 'b.js': 'NOTE' });
    const { out } = await plumb(['scan', ...own, '--verbose'], cwd);
    expect(out).toContain('  a.min.js  minified\n');
    expect(out).toContain("  node_modules  other people's code: installed or vendored packages\n");
  });

  test('stats go to standard error', async () => {
    const { err, out } = await plumb(['scan', ...own, '--stats', '--format', 'json'], project({ 'a.js': 'x' }));
    expect(err).toMatch(/^rules .* ms\nwalk .* ms\n[^]*total .* kLOC\/s {3}peak \d+ MiB\n/);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  test('an interrupt ends it with 130, in a call with workers, too', async () => {
    const cwd = project({ 'a.js': 'MARK', 'b.js': 'x' });
    const stop: Partial<World> = {
      onInterrupt(heard) {
        heard();
        return () => undefined;
      },
    };
    for (const jobs of ['1', '2']) {
      expect(await plumb(['scan', ...own, '--jobs', jobs], cwd, stop)).toEqual({ exitCode: 130, out: '', err: '' });
    }
  });

  test('a reader that goes away is no failure', async () => {
    const gone = captured({ write: (_, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })) });
    const { exitCode, err } = await plumb(['scan', ...own], project({ 'a.js': 'MARK' }), { out: gone });
    expect([exitCode, err]).toEqual([1, '']);
  });

  test('a disk that is full is', async () => {
    const full = captured({
      write: (_, done) => done(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })),
    });
    expect(await plumb(['scan', ...own], project(), { out: full })).toMatchObject({
      exitCode: 2,
      err: 'plumb: ENOSPC\n',
    });
  });
});

describe('upload', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; body: string };
  const received: { path: string; token: string | undefined; report: Report }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (it: Buffer) => parts.push(it));
      request.on('end', () => {
        const report = JSON.parse(gunzipSync(Buffer.concat(parts)).toString()) as Report;
        received.push({ path: request.url!, token: request.headers.authorization, report });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plumb`;
  });
  afterAll(() => server.close());

  const send = async (cwd: string, more: readonly string[] = []): Promise<Ended> =>
    plumb(['scan', ...own, '--upload', ...more], cwd, {
      env: { PLUMB_URL: url, PLUMB_TOKEN: 'plumb_secret', PLUMB_PROJECT: 'from-env', PLUMB_HOME: cwd },
    });

  test('sends the report and prints where it is shown', async () => {
    answer = { status: 201, body: '{"url":"/plumb/scans/7"}' };
    const { exitCode, out, err } = await send(project({ 'a.js': 'MARK' }));
    expect(received.at(-1)).toMatchObject({ path: '/plumb/api/v1/scans', token: 'Bearer plumb_secret' });
    expect(received.at(-1)!.report).toMatchObject({ project: { name: 'from-env' }, findings: [{ rule: 'marked' }] });
    expect(err).toBe(`Uploaded to ${new URL(url).origin}/plumb/scans/7\n`);
    expect(out).toContain('1 finding: 1 high');
    expect(exitCode).toBe(1);
  });

  test('the name in the call wins', async () => {
    await send(project(), ['--project', 'named']);
    expect(received.at(-1)!.report.project.name).toBe('named');
  });

  test.each([
    [401, '{"error":"unauthorized","message":"Sign in first."}', 'refused the upload (401): Sign in first.'],
    [502, '<html>bad gateway</html>', 'refused the upload (502): <html>bad gateway</html>.'],
  ])('a refusal (%i) is told and fails, the report is printed all the same', async (status, body, message) => {
    answer = { status, body };
    const { exitCode, out, err } = await send(project({ 'a.js': 'MARK' }));
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(out).toContain('1 finding: 1 high');
  });

  test('a platform that is not there is told', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const { exitCode, err } = await send(project(), ['--url', `http://127.0.0.1:${port}`]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^The platform at http:\/\/127\.0\.0\.1:\d+ cannot be reached: .*ECONNREFUSED/);
  });

  test('an address that is none is told', async () => {
    const { exitCode, err } = await send(project(), ['--url', 'plumb.example']);
    expect([exitCode, err]).toEqual([2, '--url plumb.example: expected an address like https://plumbline.example.\n']);
  });
});

test('rules list', async () => {
  const { out, exitCode } = await plumb(['rules', 'list', ...own], project());
  expect(exitCode).toBe(0);
  expect(out).toBe(
    [
      'RULE    SEVERITY  CATEGORY  LANGUAGES  CWE',
      'marked  high      security  regex      CWE-1',
      'noted   low       security  regex',
      '',
    ].join('\n'),
  );
});
