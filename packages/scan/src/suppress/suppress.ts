import type { Finding, Location, Suppression } from '@plumbline/core';
import type { Stretch } from '@plumbline/sast';

/** A comment that wants findings left out of the account. Shape: no `rules` means all. */
interface Directive {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly location: Location;
  /** Behind code on its line: then it says nothing about the next line. */
  readonly trailing: boolean;
  /** `start` and `end` stand around what it is about; without one it is about its line, or the next. */
  readonly reach: 'file' | 'start' | 'end' | undefined;
}

const mentions = /plumb-ignore|nosem/i;

/**
 * `plumb-ignore`, `plumb-ignore: rule-id, rule-id -- reason`, and Semgrep's `nosemgrep` and `nosem`; `plumb-ignore-file` for
 * a whole file, `plumb-ignore-start` and `plumb-ignore-end` for what is between them.
 *
 * Source: https://semgrep.dev/docs/ignoring-files-folders-code
 */
const directive =
  /(?<![\w-])(?:plumb-ignore(?:-(?<reach>file|start|end))?|nosem(?:grep)?)(?![\w-])(?:[ \t]*[:=][ \t]*(?<rules>[\w./-]+(?:[ \t]*,[ \t]*[\w./-]+)*))?/i;
const reason = /[ \t]--[ \t]+(?<reason>.*)$/;

/** Marks the findings of one file that a comment wants suppressed: on their first line, before it, around it, or for all. */
export function suppress(
  findings: readonly Finding[],
  text: string,
  comments: readonly Stretch[] | undefined,
): readonly Finding[] {
  if (findings.length === 0 || !comments || !mentions.test(text)) return findings;
  const byLine = directivesOf(findings[0]!.location.file, text, comments);
  const wide = stretchesOf([...byLine.values()].flat());
  return findings.map((finding) => {
    const { line } = finding.location.start;
    const at = (number: number): Directive[] => (byLine.get(number) ?? []).filter((it) => it.reach === undefined);
    const above = at(line - 1).filter((it) => !it.trailing);
    const around = wide.filter((it) => it.from <= line && line <= it.to).map((it) => it.directive);
    const found = [...at(line), ...above, ...around].find((it) => isAbout(it, finding.rule));
    return found ? { ...finding, suppressions: [...finding.suppressions, suppressionOf(found)] } : finding;
  });
}

/** Lines that a directive is about. Units: from 1, both included. */
interface LineStretch {
  readonly directive: Directive;
  readonly from: number;
  readonly to: number;
}

/** An end closes the last start of the same rules; one without rules all of them. What nobody ends goes to the end of the file. */
function stretchesOf(directives: readonly Directive[]): readonly LineStretch[] {
  const found: LineStretch[] = [];
  const open: LineStretch[] = [];
  for (const it of directives) {
    const { line } = it.location.start;
    if (it.reach === 'file') found.push({ directive: it, from: 1, to: Infinity });
    if (it.reach === 'start') open.push({ directive: it, from: line, to: Infinity });
    if (it.reach !== 'end') continue;
    const key = it.rules.join();
    const at = open.findLastIndex((one) => one.directive.rules.join() === key);
    const closed = it.rules.length === 0 ? open.splice(0) : at === -1 ? [] : open.splice(at, 1);
    for (const one of closed) found.push({ ...one, to: line });
  }
  return [...found, ...open];
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
    reach: reachOf(found.groups!['reach']),
    location,
  };
}

function reachOf(word: string | undefined): Directive['reach'] {
  const lower = word?.toLowerCase();
  return lower === 'file' || lower === 'start' || lower === 'end' ? lower : undefined;
}

/** Public rule ids carry the folder they came from: `python.flask.sql-injection` is meant by its last part, too. */
function isAbout({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.some((it) => it === rule || it.endsWith(`.${rule}`) || rule.endsWith(`.${it}`));
}

function suppressionOf({ reason: why, location }: Directive): Suppression {
  return { by: 'comment', ...(why === undefined ? {} : { reason: why }), location };
}
