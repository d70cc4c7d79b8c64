import type { Finding } from '@plumbline/core';

/** A stretch of the text that nobody may see. */
export interface Secret {
  readonly start: number;
  readonly end: number;
}

/** From this length on, the first characters only tell what kind of token it is. */
const tokenLength = 20;
const shownOfToken = 4;

/** The same stretches in order, those that touch as one: of a part in the middle nothing may be shown. */
export function merged(secrets: readonly Secret[]): Secret[] {
  const found: Secret[] = [];
  for (const it of secrets.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (!last || it.start >= last.end) found.push(it);
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, it.end) };
  }
  return found;
}

/** Secrets of a file that are looked for once more. */
const maxAgain = 500;
/** Shorter ones are words, too. Units: characters. */
const shortestAgain = 8;

/** The same stretches, and every other place of the text that holds one of the secrets: no rule needs to match there. */
export function everywhere(text: string, secrets: readonly Secret[]): readonly Secret[] {
  const told = new Set(secrets.map((it) => text.slice(it.start, it.end)).filter((it) => it.length >= shortestAgain));
  const found: Secret[] = [];
  for (const secret of [...told].slice(0, maxAgain)) {
    for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + secret.length)) {
      found.push({ start, end: start + secret.length });
    }
  }
  return found.length > secrets.length ? merged([...secrets, ...found]) : secrets;
}

/** The stretch of a text from `start` to `end` with the secrets in it masked; its length stays. */
export function masked(text: string, start: number, end: number, secrets: readonly Secret[]): string {
  let shown = '';
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    const keep = secret.end - secret.start >= tokenLength ? shownOfToken : 0;
    const from = Math.max(at, secret.start + keep);
    const to = Math.min(end, secret.end);
    if (to <= from) continue;
    shown += text.slice(at, from) + text.slice(from, to).replaceAll(/[^\r\n]/g, '*');
    at = to;
  }
  return shown + text.slice(at, end);
}

/** Shorter ones stand in other words, too. Units: characters. */
const shortestTold = 6;

/**
 * Findings without the secrets in any of their texts: names of calls, messages of rules with a metavariable, fixes. Their
 * snippets and fingerprints were made without them. A fix that would write a secret again is none.
 */
export function withoutSecrets(findings: readonly Finding[], text: string, secrets: readonly Secret[]): Finding[] {
  const told = secrets.filter((it) => it.end - it.start >= shortestTold);
  const shown = new Map(told.map((it) => [text.slice(it.start, it.end), masked(text, it.start, it.end, [it])]));
  const longest = [...shown].toSorted((a, b) => b[0].length - a[0].length);
  const clean = (it: string): string => longest.reduce((now, [secret, mask]) => now.replaceAll(secret, mask), it);
  return findings.map((it) => cleaned(it, clean));
}

function cleaned(finding: Finding, clean: (text: string) => string): Finding {
  return {
    ...finding,
    message: clean(finding.message),
    ...(finding.symbol === undefined ? {} : { symbol: clean(finding.symbol) }),
    ...(finding.sink === undefined ? {} : { sink: clean(finding.sink) }),
    evidence: finding.evidence.map((it) =>
      it.is === 'flow' ? { ...it, steps: it.steps.map((step) => ({ ...step, message: clean(step.message) })) } : it,
    ),
    fixes: finding.fixes.filter((it) => it.edits.every((edit) => clean(edit.text) === edit.text)),
  };
}
