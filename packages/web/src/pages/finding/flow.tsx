import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Code } from '../../ui/code.tsx';
import { Inline } from '../../ui/markdown.tsx';
import { joinSnippets, type Chunk } from '../../ui/code-lines.ts';
import styles from '../finding.module.css';
import type { Evidence } from './known.ts';

type Step = Extract<Evidence, { is: 'flow' }>['steps'][number];

const roles: Readonly<Record<Step['role'], string>> = {
  source: 'Source',
  step: 'Step',
  call: 'Call',
  return: 'Return',
  sink: 'Sink',
};

/** More than anybody follows by eye. */
const mostShown = 1_000;

interface FlowProps {
  readonly steps: readonly Step[];
  /** Source text around the finding itself: more of it than the steps bring. */
  readonly around: { readonly file: string; readonly chunk: Chunk } | undefined;
}

/** A flow as numbered steps beside the source text; the step that is chosen stands out in it. */
export function Flow({ steps, around }: FlowProps): ReactNode {
  const shown = steps.slice(0, mostShown);
  const [chosen, choose] = useState(Math.max(shown.length - 1, 0));
  const step = shown[chosen];
  if (!step) return null;
  const { file } = step.location;
  const here = shown.map((it, id) => ({ ...it, id })).filter((it) => it.location.file === file);
  return (
    <div className={styles['flow']}>
      <ol className={styles['steps']}>
        {shown.map((it, at) => (
          <li key={at}>
            <button
              type="button"
              className={styles['step']}
              aria-current={at === chosen ? 'step' : undefined}
              onClick={() => choose(at)}
            >
              <span className={styles['number']}>{at + 1}</span>
              <span>
                <span className={styles['message']}>
                  {it.role === 'step' ? null : <strong>{roles[it.role]}: </strong>}
                  <Inline>{it.message}</Inline>
                </span>
                <span className={styles['place']}>
                  {it.location.file}:{it.location.start.line}
                </span>
              </span>
            </button>
          </li>
        ))}
        {steps.length > mostShown ? (
          <Text size="xs" c="dimmed" p="xs">
            {(steps.length - mostShown).toLocaleString('en')} more steps are not shown.
          </Text>
        ) : null}
      </ol>
      <Code
        file={file}
        chunks={joinSnippets([
          ...(around?.file === file ? [around.chunk] : []),
          ...here.flatMap(({ snippet }) => (snippet ? [snippet] : [])),
        ])}
        marks={here.map(({ id, location }) => ({ id, start: location.start, end: location.end }))}
        current={chosen}
        onChoose={choose}
      />
    </div>
  );
}
