/** What is told of a file beside its findings: what could not be read, and what was given up. */
import type { Problem } from '@plumbline/core';
import type { Lines } from './findings/lines.ts';
import type { SeenPatterns } from './findings/pattern-rules.ts';
import type { Ir } from './ir/ir.ts';
import { endOf, hasError, isError, isMissing, nextOf, startOf, type FlatTree } from './parse/flat-tree.ts';
import type { Parsed } from './parse/parser.ts';
import type { Cut } from './taint/program.ts';

export function cutEmbedded(file: string): Problem {
  const message = 'There is more embedded code in this file than is looked at: findings in the rest of it are missing.';
  return { code: 'embedded-cut', message, file };
}

export function patternProblems({ faults, cut }: SeenPatterns, file: string): Problem[] {
  const invalid = faults.map(({ rule, line, column, reason }) => {
    return { code: 'rule-invalid', message: `rule ${rule} (line ${line}, column ${column}): ${reason}` };
  });
  const given = cut.map((it) => ({
    code: 'pattern-budget',
    message: `A rule took too much work in this file: ${it}`,
    file,
  }));
  return [...invalid, ...given];
}

const cutMessages = {
  'function-too-large': 'This function is too large to be followed to the end: data flows may be missing.',
  'file-too-large': 'This file is too large to be followed to the end: data flows may be missing.',
  'too-many-rounds':
    'The calls around this function are too entangled to be followed to the end: data flows may be missing.',
} as const satisfies Record<Cut['why'], string>;

/** One problem a reason, at the first place: a bundle of thousands of functions is one thing to know. */
export function cutProblems(cuts: readonly Cut[], ir: Ir, lines: Lines, file: string): Problem[] {
  return [...new Set(cuts.map((it) => it.why))].map((why) => {
    const places = cuts.filter((it) => it.why === why).map((it) => ir.tree.start[it.node]!);
    const more = places.length > 1 && why !== 'file-too-large' ? ` So it is at ${places.length - 1} more places.` : '';
    const line = lines.position(Math.min(...places.slice(0, 1000))).line;
    return { code: why, message: cutMessages[why] + more, file, line };
  });
}

export function unreadProblem(ir: Ir, lines: Lines, file: string): Problem {
  const count = ir.unread.length;
  const message = `${count} ${count === 1 ? 'place is' : 'places are'} nested too deeply or not understood, and not followed.`;
  return { code: 'not-understood', message, file, line: lines.position(ir.tree.start[ir.unread[0]!]!).line };
}

/** The lines that the grammar could not read: the statement around each is not understood, the rest of the file is. */
function unreadLines(tree: FlatTree | undefined, lines: Lines): ReadonlySet<number> {
  const bad = new Set<number>();
  if (!tree || tree.size === 0 || !hasError(tree, 0)) return bad;
  for (let node = 0; node < tree.size;) {
    if (!hasError(tree, node) && !isMissing(tree, node)) {
      node = nextOf(tree, node);
      continue;
    }
    if (isError(tree, node) || isMissing(tree, node)) {
      const last = lines.position(endOf(tree, node)).line;
      for (let line = lines.position(startOf(tree, node)).line; line <= last; line++) bad.add(line);
    }
    node++;
  }
  return bad;
}

/** How many lines were not understood, and what is told of them. */
export function unreadIn(parsed: Parsed | undefined, lines: Lines, file: string): Unread {
  if (parsed?.is === 'problem') return { lines: lines.count, problems: [{ ...parsed.problem, file }] };
  const bad = unreadLines(parsed?.tree, lines);
  if (!parsed || bad.size === 0) return { lines: 0, problems: [] };
  const message = `${bad.size} of ${lines.count} lines could not be read as ${parsed.tree.grammar.name}.`;
  return { lines: bad.size, problems: [{ code: 'parse-error', message, file, line: Math.min(...bad) }] };
}

interface Unread {
  readonly lines: number;
  readonly problems: readonly Problem[];
}
