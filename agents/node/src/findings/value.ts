import type { RequestEvidence } from '@plumbline/core';
import { outside } from '../sinks/kinds.ts';
import type { Source } from '../taint/context.ts';
import type { Ranges } from '../taint/ranges.ts';
import { isSecretName, redact, redacted } from './redact.ts';

type Shown = Pick<RequestEvidence, 'value' | 'sources'>;

const maxPart = 300;
const maxParts = 20;

/** A value at a sink in parts, each with the source that it came from; without secrets, and not too long. */
export function shown(value: string, ranges: Ranges, known: readonly Source[]): Shown {
  const used = new Map<number, number>();
  const parts: { text: string; from?: number }[] = [];
  let at = 0;
  for (let i = 0; i < ranges.length && parts.length < maxParts; i += 4) {
    const [start, end, index] = ranges.slice(i, i + 3) as [number, number, number];
    if (start > at) parts.push({ text: short(redact(value.slice(at, start))) });
    if (!used.has(index)) used.set(index, used.size);
    const isSecret = isSecretName(known[index]?.name ?? '');
    parts.push({ text: isSecret ? redacted : short(redact(value.slice(start, end))), from: used.get(index)! });
    at = end;
  }
  if (at < value.length) parts.push({ text: short(redact(value.slice(at))) });
  return { value: parts, sources: [...used.keys()].map((it) => sourceOf(known[it])) };
}

function sourceOf(source: Source | undefined): RequestEvidence['sources'][number] {
  if (!source) return { kind: 'request', name: '' };
  const { kind, name, value } = source;
  return isSecretName(name) ? { kind, name } : { kind, name, value: short(redact(value)) };
}

/** What the application wrote of a value: the same for every request that takes this way. */
export function skeleton(value: string, ranges: Ranges): string {
  return outside(value, ranges).slice(0, 1000);
}

function short(text: string): string {
  return text.length <= maxPart ? text : `${text.slice(0, maxPart / 2)}…${text.slice(-maxPart / 2)}`;
}
