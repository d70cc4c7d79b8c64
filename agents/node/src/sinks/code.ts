import type { Row, Rows } from '../catalogue/rows.ts';
import { current } from '../taint/context.ts';
import { guarded } from '../taint/faults.ts';
import type { Operations } from '../taint/install.ts';
import { checkText, type Surroundings } from './watches.ts';

/** What rewritten code reports itself, as it cannot be wrapped: `eval`, and global functions that clean text. */
export function watchCode(rows: Rows, around: Surroundings): Omit<Operations, 'made'> {
  const globals = new Map<string, readonly Row[]>(rows.members('globalThis').map((it) => [it.path.join('.'), it.rows]));
  const sink = globals.get('eval')?.find((it) => it.is === 'sink');
  const rule = sink && around.ruleOf(sink.kind);
  return {
    code(text) {
      guarded(() => {
        const followed = current();
        const ranges = followed && typeof text === 'string' && text !== '' ? followed.store.get(text) : undefined;
        if (!ranges || !sink || !rule || typeof text !== 'string') return;
        checkText(
          { rule, sink: sink.at, kind: sink.kind, value: text, ranges, detail: undefined, followed },
          undefined,
          around,
        );
      });
    },
    guardsOf(method) {
      const found = rows.ofType('*').get(method) ?? [];
      return found.flatMap((it) =>
        it.is === 'guard' ? [{ guard: it.guard, marks: around.kinds.bits(it.kinds) }] : [],
      );
    },
    html: around.kinds.bit('html'),
    marksOf(name) {
      const clean = globals.get(name)?.find((it) => it.is === 'clean');
      return clean ? around.kinds.bits(clean.kinds) : 0;
    },
  };
}
