import type { Finding, Location, Suppression } from '@plumbline/core';
import type { Stretch } from '@plumbline/sast';

/** A comment that wants findings left out of the account. Shape: no `rules` means all. */
interface Directive {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly location: Location;
  /** Behind code on its line: then it says nothing about the next line. */
  readonly trailing: boolean;
}

const mentions = /plumb-ignore|nosem/i;

/**
 * `plumb-ignore`, `plumb-ignore: rule-id, rule-id -- reason`, and Semgrep's `nosemgrep` and `nosem`.
 *
 * Source: https://semgrep.dev/docs/ignoring-files-folders-code
 */
const directive =
  /(?<![\w-])(?:plumb-ignore|nosem(?:grep)?)(?![\w-])(?:[ \t]*[:=][ \t]*(?<rules>[\w./-]+(?:[ \t]*,[ \t]*[\w./-]+)*))?/i;
const reason = /[ \t]--[ \t]+(?<reason>.*)$/;

/** Marks the findings of one file that a comment on their first line, or on the line before it, wants suppressed. */
export function suppress(
  findings: readonly Finding[],
  text: string,
  comments: readonly Stretch[] | undefined,
): readonly Finding[] {
  if (findings.length === 0 || !comments || !mentions.test(text)) return findings;
  const byLine = directivesOf(findings[0]!.location.file, text, comments);
  return findings.map((finding) => {
    const { line } = finding.location.start;
    const above = (byLine.get(line - 1) ?? []).filter((it) => !it.trailing);
    const near = [...(byLine.get(line) ?? []), ...above];
    const found = near.find((it) => isAbout(it, finding.rule));
    return found ? { ...finding, suppressions: [...finding.suppressions, suppressionOf(found)] } : finding;
  });
}

/** The directives of a file by the line that each is on; every line of a comment may hold one. */
function directivesOf(file: string, text: string, comments: readonly Stretch[]): Map<number, Directive[]> {
  const found = new Map<number, Directive[]>();
  let line = 1;
  let lineStart = 0;
  for (const { start, end } of comments) {
    if (!mentions.test(text.slice(start, end))) continue;
    for (let at = start; at < end;) {
      for (let next = text.indexOf('\n', lineStart); next !== -1 && next < at; next = text.indexOf('\n', lineStart)) {
        line++;
        lineStart = next + 1;
      }
      const newline = text.indexOf('\n', at);
      const stop = newline === -1 ? end : Math.min(newline, end);
      const position = (offset: number): Location['start'] => ({ line, column: offset - lineStart + 1 });
      const one = read(text.slice(at, stop), { file, start: position(at), end: position(stop) });
      const trailing = text.slice(lineStart, at).trim() !== '';
      if (one) found.set(line, [...(found.get(line) ?? []), { ...one, trailing }]);
      at = stop + 1;
    }
  }
  return found;
}

function read(comment: string, location: Location): Omit<Directive, 'trailing'> | undefined {
  const found = directive.exec(comment);
  if (!found) return undefined;
  const why = reason.exec(comment.slice(found.index + found[0].length).replace(/\s*(?:\*\/|-->)?\s*$/, ''));
  return {
    rules: found.groups!['rules']?.split(/[ \t]*,[ \t]*/) ?? [],
    reason: why?.groups!['reason']?.trim() || undefined,
    location,
  };
}

/** Public rule ids carry the folder they came from: `python.flask.sql-injection` is meant by its last part, too. */
function isAbout({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.some((it) => it === rule || it.endsWith(`.${rule}`) || rule.endsWith(`.${it}`));
}

function suppressionOf({ reason: why, location }: Directive): Suppression {
  return { by: 'comment', ...(why === undefined ? {} : { reason: why }), location };
}
