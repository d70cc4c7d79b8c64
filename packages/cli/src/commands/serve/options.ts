import { UserError } from '@plumbline/core';

export function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError('option-invalid', { option: 'port', value: text, expected: 'a number from 0 to 65535' });
}

export function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new UserError('option-invalid', {
    option: 'url',
    value: text,
    expected: 'an address like https://plumb.example.org',
  });
}
