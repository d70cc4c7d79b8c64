import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Api } from '@plumbline/server';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, run, runPlumb, startPlumb, startProgram, until, type Program } from './programs.ts';

/**
 * The whole story, with nothing faked: the platform runs on a PostgreSQL of its own, the example shop is scanned, then
 * runs under the agent with ordinary traffic, and a browser shows what came of both as one.
 */

const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-e2e-'));
chmodSync(folder, 0o711); // as root, PostgreSQL runs under another account
const shop = path.join(folder, 'shop');
const data = path.join(folder, 'data');

let platform: Program;
let shopProgram: Program | undefined;
let browser: Browser;
let page: Page;
let url: string;
let env: Record<string, string>;

beforeAll(async () => {
  platform = startPlumb(['serve', '--port', '0', '--data', data]);
  const [, loginUrl] = (await platform.says(/Sign in[^:]*: +(http\S+)/)) as unknown as [string, string];
  url = new URL(loginUrl).origin;

  const token = await runPlumb([
    'token',
    'create',
    '--name',
    'e2e',
    '--data',
    data,
    ...scopes('scan:write', 'runtime:write', 'read'),
  ]);
  expect([token.status, token.status === 0 ? '' : token.err]).toEqual([0, '']);
  expect(token.out).toMatch(/^plumb_[\w-]{43}\n$/);
  env = { PLUMB_URL: url, PLUMB_TOKEN: token.out.trim(), PLUMB_ENV: 'production', PLUMB_SERVICE: 'shop-web' };

  browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  await page.goto(loginUrl);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'No scan has arrived yet' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await shopProgram?.stop();
  const status = await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(status).toBe(0);
});

/** Rows of the list by rule and file, as they stand below the title. */
function rowsOf(text: string): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

function scopes(...names: string[]): string[] {
  return names.flatMap((it) => ['--scope', it]);
}

/** Asks the API, as programs do. */
async function get<R extends keyof Api & `GET ${string}`>(route: R, query = ''): Promise<Api[R]['output']> {
  const response = await fetch(`${url}${route.slice(4)}${query}`, {
    headers: { authorization: `Bearer ${env['PLUMB_TOKEN']}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Api[R]['output'];
}

/** The shop's traffic of an ordinary day: nobody attacks it. */
async function visit(address: string): Promise<void> {
  for (const it of ['/', '/products?q=bob', '/products/1', '/hello/safe?name=Ada', '/pictures?name=bob.svg']) {
    const response = await fetch(`${address}${it}`);
    expect([it, response.status]).toEqual([it, 200]);
  }
}

test('a scan sends its findings to the platform', async () => {
  cpSync(path.join(root, 'examples/shop'), shop, {
    recursive: true,
    filter: (it) => path.basename(it) !== 'node_modules',
  });
  const scanned = await runPlumb(['scan', shop, '--upload'], { env });
  expect([scanned.status, scanned.err.includes('refused')]).toEqual([1, false]);

  await page.reload();
  const row = rowsOf('sql-injection · src/shop.js');
  await row.waitFor();
  expect(await row.locator('[data-evidence]').allInnerTexts()).toEqual(['Flow']);
});

test('a service sends what ordinary traffic shows', async () => {
  const installed = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: shop });
  expect([installed.status, installed.status === 0 ? '' : installed.err]).toEqual([0, '']);
  mkdirSync(path.join(shop, 'node_modules/@plumbline'), { recursive: true });
  symlinkSync(path.join(root, 'agents/node'), path.join(shop, 'node_modules/@plumbline/node'));

  shopProgram = startProgram(['--import', '@plumbline/node/register', 'src/server.js'], {
    cwd: shop,
    env: { ...env, PORT: '0' },
  });
  const [, address] = (await shopProgram.says(/shop: (http\S+)/)) as unknown as [string, string];
  await visit(address);
  await until('the request in the platform', async () => {
    const { findings } = await get('GET /api/v1/findings', '?evidence=request');
    return findings.find((it) => it.rule.includes('sql'));
  });
  await until('the loaded library in the platform', async () => {
    const { findings } = await get('GET /api/v1/findings', '?evidence=loaded');
    return findings[0];
  });
});

test('the page shows one SQL injection with flow and request, and one library declared and loaded', async () => {
  await page.goto(`${url}/findings`);
  const rows = rowsOf('sql-injection · src/shop.js');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  expect(await rows.locator('[data-evidence]').allInnerTexts()).toEqual(['Flow', 'Request']);
  expect(await rows.innerText()).toContain('shop-web');

  const libraries = rowsOf('CVE-2021-23337');
  expect(await libraries.count()).toBe(1);
  expect(await libraries.locator('[data-evidence]').allInnerTexts()).toEqual(['Declared', 'Reached', 'Loaded']);
  await screenshot('findings.png');
});

test('filters live in the address and narrow the list', async () => {
  await page
    .getByRole('group', { name: 'Evidence' })
    .getByRole('button', { name: /Request/ })
    .click();
  await page.waitForURL(/evidence=/);
  await until('the narrowed list', async () => {
    const texts = await page.getByRole('row').allInnerTexts();
    return texts.slice(1).every((it) => it.includes('Request')) ? texts : undefined;
  });
  await page.reload();
  await page.getByRole('button', { name: /Request/, pressed: true }).waitFor();
});

test('the keyboard is enough: / searches, j and k go through the rows, Enter opens', async () => {
  await page.goto(`${url}/findings`);
  await page.getByRole('row').nth(2).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('lodash');
  await page.waitForURL(/text=lodash/);
  await until('the narrowed list', async () => ((await page.getByRole('row').count()) === 2 ? true : undefined));
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Loaded by running services' }).waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'node_modules/lodash' }).innerText()).toContain('shop-web');
});

test('its page shows the flow over the source text, and what the service saw', async () => {
  await page.goto(`${url}/findings`);
  await rowsOf('sql-injection · src/shop.js').getByRole('link').click();
  await page.getByRole('heading', { name: 'How the data gets there' }).waitFor();

  const code = page.getByRole('region', { name: 'Source text of src/shop.js' });
  expect(await code.innerText()).toContain("db.exec('SELECT id, name, price FROM products WHERE ' + where)");
  const steps = page.locator('ol').getByRole('button');
  const count = await steps.count();
  expect(count).toBeGreaterThanOrEqual(2);
  expect(await steps.first().innerText()).toMatch(/Source/);
  expect(await steps.last().innerText()).toMatch(/Sink[^]*src\/shop\.js:\d+/);

  await steps.first().click();
  expect(await steps.first().getAttribute('aria-current')).toBe('step');
  expect((await code.locator('span[data-current]').allInnerTexts()).join('')).toContain('req.query');

  const seen = page.locator('section').filter({ hasText: 'Seen in running services' });
  expect(await seen.innerText()).toMatch(/GET \/products[^]*shop-web/);
  expect(await seen.locator('mark').allInnerTexts()).toEqual(['bob']);
  await steps.last().click();
  await page.evaluate(() => scrollTo(0, 0));
  await screenshot('finding.png');
});

test('a decision stays when the project is scanned again', async () => {
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'To fix' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Before the next release.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('To fix by admin').waitFor();
  await runPlumb(['scan', shop, '--upload'], { env });
  await page.reload();
  await page.getByText('To fix by admin').waitFor();
  expect(await page.getByText('Before the next release.').count()).toBe(1);
});

test('a sign-in link is good once; another browser is sent to sign in', async () => {
  const link = await runPlumb(['login', '--data', data]);
  expect([link.status, link.status === 0 ? '' : link.err]).toEqual([0, '']);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${url}/findings`);
  await stranger.getByText('You are not signed in.').waitFor();
  await stranger.goto(link.out.trim());
  await stranger.reload();
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await stranger.getByRole('heading', { name: 'Findings' }).waitFor();
  const late = await (await browser.newContext()).newPage();
  await late.goto(link.out.trim());
  await late.getByRole('button', { name: 'Sign in' }).click();
  await late.getByText('was used before or is too old').waitFor();
});

/** Pictures for the documentation, made anew only when asked for. */
async function screenshot(name: string): Promise<void> {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  const images = path.join(root, 'docs/images');
  if (!existsSync(images)) mkdirSync(images, { recursive: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(images, name) });
}
