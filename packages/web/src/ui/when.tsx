import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** A time as people say it; the exact one when they point at it. */
export function When({ at }: { readonly at: string }): ReactNode {
  return (
    <Tooltip label={exact.format(new Date(at))} openDelay={300}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {ago(at)}
      </time>
    </Tooltip>
  );
}

function ago(at: string): string {
  const seconds = (Date.parse(at) - Date.now()) / 1000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return 'just now';
}
