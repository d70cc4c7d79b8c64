/**
 * What changed in a text, as `git apply` and `patch` read it.
 *
 * The changed lines are found by Myers' greedy method: only as many steps as there are changes, so a large file with a
 * few is no work. Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */

/** A file before and after. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Units: lines around a change. */
const context = 3;
/** Units: changed lines. Above it the whole middle is shown as replaced. */
const mostSteps = 1000;

export function unifiedDiff(changes: readonly Change[]): string {
  return changes
    .filter((it) => it.before !== it.after)
    .map(({ file, before, after }) => {
      const [old, fresh] = [linesOf(before), linesOf(after)];
      const hunks = hunksOf(stretchesOf(old, fresh)).map((hunk) => hunkText(hunk, old, fresh));
      return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
    })
    .join('');
}

/** Lines with their line breaks: the last of a text may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lines `[start, end)` of the old text that become lines `[from, to)` of the new one. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

function stretchesOf(old: readonly string[], fresh: readonly string[]): readonly Stretch[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const middle = { start: head, end: old.length - tail, from: head, to: fresh.length - tail };
  const steps = stepsOf(old.slice(middle.start, middle.end), fresh.slice(middle.from, middle.to));
  if (!steps) return [middle];
  return steps.map((it) => ({
    start: it.start + head,
    end: it.end + head,
    from: it.from + head,
    to: it.to + head,
  }));
}

/** Shape: undefined when there are too many. */
function stepsOf(old: readonly string[], fresh: readonly string[]): readonly Stretch[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let count = 0; count <= mostSteps; count += 1) {
    trace.push(new Map(furthest));
    for (let line = -count; line <= count; line += 2) {
      let x = begin(furthest, line, count);
      while (x < old.length && x - line < fresh.length && old[x] === fresh[x - line]) x += 1;
      furthest.set(line, x);
      if (x >= old.length && x - line >= fresh.length) return joined(walkBack(trace, old.length, fresh.length));
    }
  }
  return undefined;
}

/** Whether the way to a diagonal comes from above (a new line) or from the left (an old one). */
function begin(furthest: ReadonlyMap<number, number>, line: number, count: number): number {
  const above = furthest.get(line + 1) ?? -1;
  const left = furthest.get(line - 1) ?? -1;
  return line === -count || (line !== count && left < above) ? above : left + 1;
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], x: number, y: number): readonly Stretch[] {
  const steps: Stretch[] = [];
  let [atX, atY] = [x, y];
  for (let count = trace.length - 1; count > 0; count -= 1) {
    const before = trace[count]!;
    const line = atX - atY;
    const isNew = line === -count || (line !== count && (before.get(line - 1) ?? -1) < (before.get(line + 1) ?? -1));
    const from = isNew ? line + 1 : line - 1;
    const fromX = before.get(from) ?? 0;
    const fromY = fromX - from;
    steps.push(
      isNew
        ? { start: fromX, end: fromX, from: fromY, to: fromY + 1 }
        : { start: fromX, end: fromX + 1, from: fromY, to: fromY },
    );
    [atX, atY] = [fromX, fromY];
  }
  return steps.reverse();
}

function joined(steps: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const it of steps) {
    const last = all.at(-1);
    if (last?.end === it.start && last.to === it.from) all[all.length - 1] = { ...last, end: it.end, to: it.to };
    else all.push(it);
  }
  return all;
}

/** Stretches that lie so near each other that their contexts touch. */
function hunksOf(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const hunks: Stretch[][] = [];
  for (const it of stretches) {
    const last = hunks.at(-1);
    if (last && it.start - last.at(-1)!.end <= 2 * context) last.push(it);
    else hunks.push([it]);
  }
  return hunks;
}

function hunkText(hunk: readonly Stretch[], old: readonly string[], fresh: readonly string[]): string {
  const [first, last] = [hunk[0]!, hunk.at(-1)!];
  const begins = Math.min(context, first.start);
  const ends = Math.min(context, old.length - last.end);
  const start = first.start - begins;
  const from = first.from - begins;
  const [count, size] = [last.end + ends - start, last.to + ends - from];
  const lines: string[] = [];
  let at = start;
  for (const it of hunk) {
    lines.push(...old.slice(at, it.start).map((line) => shown(' ', line)));
    lines.push(...old.slice(it.start, it.end).map((line) => shown('-', line)));
    lines.push(...fresh.slice(it.from, it.to).map((line) => shown('+', line)));
    at = it.end;
  }
  lines.push(...old.slice(at, last.end + ends).map((line) => shown(' ', line)));
  return `@@ -${spanText(start, count)} +${spanText(from, size)} @@\n${lines.join('')}`;
}

function spanText(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function shown(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
