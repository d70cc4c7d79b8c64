import { useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import styles from './code.module.css';
import { cut, span, type Chunk, type Mark } from './code-lines.ts';
import type { Token } from './highlight.ts';

interface CodeProps {
  readonly file: string;
  /** An example, not a part of a file: no name, no numbers. */
  readonly isExample?: true;
  readonly chunks: readonly Chunk[];
  readonly marks: readonly Mark[];
  /** The mark that is looked at: it stands out and is brought into view. */
  readonly current?: number | undefined;
  /** Marks carry numbers, and can be chosen by them. */
  readonly onChoose?: (id: number) => void;
}

/** Source text with line numbers, colours and marked stretches. */
export function Code({ file, isExample, chunks, marks, current, onChoose }: CodeProps): ReactNode {
  return (
    <figure className={styles['frame']} data-example={isExample}>
      {isExample ? null : <figcaption className={styles['file']}>{file}</figcaption>}
      <div
        className={styles['scroll']}
        tabIndex={0}
        role="region"
        aria-label={isExample ? 'Example' : `Source text of ${file}`}
      >
        <div className={styles['code']}>
          {chunks.map((chunk, at) => (
            <Fragment key={chunk.line}>
              {at > 0 ? (
                <div className={styles['gap']}>
                  <span className={styles['number']}>⋯</span>
                </div>
              ) : null}
              <Lines {...{ file, chunk, marks, current, onChoose }} />
            </Fragment>
          ))}
        </div>
      </div>
    </figure>
  );
}

function Lines({
  file,
  chunk,
  ...rest
}: Omit<CodeProps, 'chunks' | 'onChoose'> & {
  readonly chunk: Chunk;
  readonly onChoose: CodeProps['onChoose'];
}): ReactNode {
  const { data } = useQuery({
    queryKey: ['highlight', file.split('.').at(-1), chunk.lines],
    // Without colours a text is still a text.
    queryFn: async () => (await coloured(file, chunk.lines).catch(() => undefined)) ?? null,
    staleTime: Infinity,
  });
  return chunk.lines.map((text, at) => (
    <Line key={at} number={chunk.line + at} tokens={data?.[at] ?? [{ text, style: {} }]} {...rest} />
  ));
}

/** The highlighter is half of all our code: it comes when source text is first shown. */
async function coloured(file: string, lines: readonly string[]): Promise<Token[][] | undefined> {
  const { highlight } = await import('./highlight.ts');
  return await highlight(file, lines);
}

interface LineProps {
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly current?: number | undefined;
  readonly onChoose: CodeProps['onChoose'];
}

function Line({ number, tokens, marks, current, onChoose }: LineProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  const length = tokens.reduce((sum, it) => sum + it.text.length, 0);
  const here = marks.filter((it) => span(it, number, length));
  const beginning = marks.filter((it) => it.start.line === number);
  const isCurrent = here.some((it) => it.id === current);
  const bringIntoView = isCurrent && onChoose !== undefined && beginning.some((it) => it.id === current);
  useEffect(() => {
    if (bringIntoView) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [bringIntoView]);

  return (
    <div
      className={styles['line']}
      ref={row}
      data-marked={here.length > 0 || undefined}
      data-current={isCurrent || undefined}
    >
      <span className={styles['number']}>{number}</span>
      {onChoose ? <StepNumbers marks={beginning} current={current} onChoose={onChoose} /> : null}
      <code className={styles['text']}>
        {cut(tokens, here, number).map((it, at) => (
          <span
            key={at}
            style={it.style}
            className={it.marks.length > 0 ? styles['mark'] : undefined}
            data-current={(current !== undefined && it.marks.includes(current)) || undefined}
          >
            {it.text}
          </span>
        ))}
      </code>
    </div>
  );
}

function StepNumbers({
  marks,
  current,
  onChoose,
}: {
  readonly marks: readonly Mark[];
  readonly current: number | undefined;
  readonly onChoose: (id: number) => void;
}): ReactNode {
  return (
    <span className={styles['steps']}>
      {marks.map(({ id }) => (
        <button
          key={id}
          type="button"
          className={styles['step']}
          data-current={id === current || undefined}
          aria-label={`Step ${id + 1}`}
          onClick={() => onChoose(id)}
        >
          {id + 1}
        </button>
      ))}
    </span>
  );
}
