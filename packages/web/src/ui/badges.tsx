import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { evidenceWords } from '../words.ts';
import styles from './badges.module.css';

export function SeverityBadge({ severity }: { readonly severity: string }): ReactNode {
  return (
    <span className={styles['severity']} data-level={severity}>
      {capital(severity)}
    </span>
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ladder = Object.keys(evidenceWords);
const live = new Set(['request', 'loaded', 'executed']);

/** The rungs of the evidence ladder that a finding stands on; what a running service showed stands out. */
export function EvidenceBadges({ kinds }: { readonly kinds: readonly string[] }): ReactNode {
  const ordered = ladder.filter((it) => kinds.includes(it));
  // A flow says all that a match does.
  const shown = ordered.includes('flow') ? ordered.filter((it) => it !== 'match') : ordered;
  return (
    <span className={styles['rungs']}>
      {shown.map((it) => (
        <Tooltip key={it} label={evidenceWords[it]?.means} openDelay={300} multiline maw={280}>
          <span className={styles['rung']} data-live={live.has(it) || undefined} data-evidence={it}>
            {evidenceWords[it]?.word}
          </span>
        </Tooltip>
      ))}
    </span>
  );
}
