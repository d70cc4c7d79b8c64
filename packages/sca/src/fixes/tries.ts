import { raise } from './raise.ts';
import { inRange, override, relax, remove, type Attempt, type Strategy, type Task } from './strategies.ts';

export interface Try {
  readonly strategy: Strategy;
  readonly attempt: (task: Task) => readonly Attempt[];
}

const inLock: Try = { strategy: 'in-range', attempt: (task) => inRange(task).filter((it) => it.edits.length > 0) };
const byCommand: Try = { strategy: 'in-range', attempt: inRange };
const ownWish: Try = { strategy: 'relax', attempt: relax };
/** The project asks for more of what brings it. */
const parentWish: Try = { strategy: 'relax', attempt: raise };

/**
 * What is tried, in order. Without a wish the lock file alone comes first; then the project's own requirement, which
 * holds for whoever installs it next; then what a command could do; what goes against others comes last.
 */
export function tries(wanted: readonly Strategy[] | undefined): readonly Try[] {
  if (wanted === undefined || wanted.length === 0) {
    return [
      inLock,
      ownWish,
      byCommand,
      parentWish,
      { strategy: 'override', attempt: override },
      { strategy: 'remove', attempt: remove },
    ];
  }
  const attempts = {
    'in-range': [byCommand],
    relax: [ownWish, parentWish],
    override: [{ strategy: 'override', attempt: override }],
    remove: [{ strategy: 'remove', attempt: remove }],
  } as const satisfies Readonly<Record<Strategy, readonly Try[]>>;
  return wanted.flatMap((it): readonly Try[] => attempts[it]);
}
