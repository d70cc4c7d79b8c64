import { createHash } from 'node:crypto';
import type { Rule } from '@plumbline/catalog';
import type { Finding, RequestEvidence } from '@plumbline/core';
import type { Hit } from '../sinks/watches.ts';
import { toldApartBy } from '../taint/context.ts';
import { frameOf, locationOf, symbolOf, type Site } from './frames.ts';
import { redact } from './redact.ts';
import { endOfName, excerptOf, linesOf } from './source-text.ts';
import { shown } from './value.ts';

/** Who runs: goes into every finding's evidence. */
export interface Running {
  readonly root: string;
  readonly service: string;
  readonly environment: string | undefined;
  readonly version: string | undefined;
}

const maxFrames = 10;
const severities: Readonly<Record<Rule['severity'], Finding['severity']>> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  ERROR: 'high',
  WARNING: 'medium',
  INFO: 'low',
  INVENTORY: 'info',
  EXPERIMENT: 'info',
};

/** The finding of a hit, located at the innermost call of the application's own code. */
export function findingOf(hit: Hit, sites: readonly [Site, ...Site[]], running: Running): Finding {
  const [site] = sites;
  const lines = linesOf(site.file);
  const { rule } = hit;
  const { metadata = {} } = rule;
  const location = locationOf(site, running.root, endOfName(lines, site.line, site.column));
  const excerpt = excerptOf(lines, site.line);
  const symbol = symbolOf(site);
  const evidence = evidenceOf(hit, sites, running);
  return {
    kind: 'code',
    rule: rule.id,
    title: metadata.title ?? rule.id,
    message: messageOf(hit, evidence),
    severity: severities[rule.severity],
    confidence: toldApartBy === 'identity' || hit.ranges.length === 0 ? 'high' : 'medium',
    cwe: listOf(metadata.cwe).flatMap((it) => Number(/\d+/.exec(it)?.[0] ?? []) || []),
    owasp: listOf(metadata.owasp),
    location,
    ...(excerpt && { snippet: { line: excerpt.line, lines: excerpt.lines.map(redact) } }),
    ...(symbol !== undefined && { symbol }),
    sink: hit.sink,
    evidence: [evidence],
    fingerprints: [{ algorithm: 'runtime', version: 1, value: fingerprint(hit, symbol, lines[site.line - 1] ?? '') }],
    ...(metadata.recommendation !== undefined && { recommendation: metadata.recommendation }),
    references: listOf(metadata.references),
    fixes: [],
    suppressions: [],
  };
}

function evidenceOf(hit: Hit, sites: readonly Site[], running: Running): RequestEvidence {
  const origin = hit.followed?.origin;
  const route = origin?.route();
  return {
    is: 'request',
    service: running.service,
    ...(running.environment !== undefined && { environment: running.environment }),
    ...(running.version !== undefined && { version: running.version }),
    ...(origin?.method !== undefined && { method: origin.method }),
    ...(route !== undefined && { route: redact(route) }),
    sink: hit.sink,
    ...shown(hit.value, hit.ranges, hit.followed?.sources ?? []),
    frames: sites.slice(0, maxFrames).map((it) => frameOf(it, running.root)),
    at: new Date().toISOString(),
    count: 1,
  };
}

/** `$SOURCE reaches $SINK …` with what was seen. */
function messageOf({ rule, sink, detail }: Hit, { sources }: RequestEvidence): string {
  const [source] = sources;
  const from = source ? `The ${source.kind}${source.name === '' ? '' : ` \`${source.name}\``}` : 'A value from outside';
  return rule.message
    .replaceAll('$SOURCE', from)
    .replaceAll('$SINK', `\`${sink}\``)
    .replaceAll('$DETAIL', detail ?? '')
    .trim();
}

/** Without path and line, so that it survives both. */
function fingerprint({ rule, sink }: Hit, symbol: string | undefined, line: string): string {
  return createHash('sha256')
    .update([rule.id, sink, symbol ?? '', line.replaceAll(/\s+/g, '')].join('\n'))
    .digest('hex');
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
