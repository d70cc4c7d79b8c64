import type { Cost } from '@plumbline/core';
import type { Looked, Spent } from './run/engine.ts';
import type { WalkedFile } from './walk/walk.ts';

/** So many rules and files are named. */
const most = 20;

type Row = Cost['rules'][number];

/** What the files took, by rule and by file. Shape: the worst first, by what is counted; times break ties. */
export function costOf(files: readonly WalkedFile[], looked: readonly Looked[]): Pick<Cost, 'rules' | 'files'> {
  const rules = new Map<string, Row>();
  const rows: Cost['files'][number][] = [];
  for (const [at, it] of looked.entries()) {
    const spent = it.is === 'analysed' ? it.spent : undefined;
    if (!spent) continue;
    for (const each of spent.rules) addRule(rules, each);
    const work = spent.rules.reduce((sum, [, steps]) => sum + steps, 0);
    rows.push({ file: files[at]!.path, work, milliseconds: rounded(spent.milliseconds) });
  }
  return { rules: worst([...rules.values()]), files: worst(rows) };
}

function addRule(rules: Map<string, Row>, [rule, work, milliseconds]: Spent['rules'][number]): void {
  const known = rules.get(rule) ?? { rule, files: 0, work: 0, milliseconds: 0 };
  rules.set(rule, {
    rule,
    files: known.files + 1,
    work: known.work + work,
    milliseconds: rounded(known.milliseconds + milliseconds),
  });
}

function worst<T extends { readonly work: number; readonly milliseconds: number }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => b.work - a.work || b.milliseconds - a.milliseconds).slice(0, most);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
