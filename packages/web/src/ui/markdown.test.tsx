import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Inline, Markdown } from './markdown.tsx';

const html = (text: string): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Markdown>{text}</Markdown>
        <Inline>{text}</Inline>
      </QueryClientProvider>
    </MantineProvider>,
  ).replaceAll(/<style[^>]*>.*?<\/style>/gs, '');

test.each([
  ['<script>alert(1)</script>', /<script/],
  ['<img src=x onerror=alert(1)>', /<img/],
  ['a <b onclick="x()">b</b>', /<b /],
  ['[x](javascript:alert(1))', /href/],
  ['[x](JaVaScRiPt:alert(1))', /href/],
  ['[x](data:text/html,<script>alert(1)</script>)', /href|<script/],
  ['![x](http://evil.example/pixel.png)', /<img/],
  ['[x][1]\n\n[1]: vbscript:x', /href/],
  ['```html\n<script>alert(1)</script>\n```', /<script/],
])('%j makes no HTML of its own', (text, forbidden) => {
  expect(html(text)).not.toMatch(forbidden);
});

test('says what a rule says', () => {
  const page = html('Use **parameters**, not `+`: see [this](https://example.org/a?b=1&c=2).\n\n- one\n- two');
  expect(page).toContain('<strong>parameters</strong>');
  expect(page).toContain('href="https://example.org/a?b=1&amp;c=2"');
  expect(page).toContain('rel="noreferrer noopener"');
  expect(page.match(/<li/g)).toHaveLength(2);
});

test.each([
  ['quotes', '> '.repeat(9_000)],
  ['lists', '- '.repeat(9_000)],
  ['stars', '*'.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
])('deep %s end in a page', (_, text) => {
  expect(html(text).length).toBeGreaterThan(10);
});
