import { Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from '../finding.module.css';
import { seenAs, type Known } from './known.ts';

const mostShown = 10;

/** What running services showed: which requests brought outside data to the sink, and what the value was. */
export function Requests({ known }: { readonly known: Known }): ReactNode {
  const seen = seenAs(known, 'request');
  if (seen.length === 0) return null;
  return (
    <Section title="Seen in running services">
      {seen.slice(0, mostShown).map((it, at) => (
        <Request key={at} seen={it} />
      ))}
      {seen.length > mostShown ? (
        <Text size="sm" c="dimmed" mt="sm">
          And {seen.length - mostShown} other ways in.
        </Text>
      ) : null}
    </Section>
  );
}

type Seen = ReturnType<typeof seenAs<'request'>>[number];

function Request({ seen }: { readonly seen: Seen }): ReactNode {
  const { evidence, hits, firstSeen, lastSeen } = seen;
  const { service, environment, version, method, route, sink, sources, frames } = evidence;
  return (
    <div className={styles['card']}>
      <div className={styles['route']}>
        {method} {route ?? 'outside of a request'}
      </div>
      <div className={styles['meta']}>
        <span>
          in <strong>{service}</strong>
          {environment ? `, ${environment}` : ''}
          {version ? `, version ${version}` : ''}
        </span>
        <span>{hits === 1 ? 'once' : `${hits.toLocaleString('en')} times`}</span>
        <span>
          last seen <When at={lastSeen} />
        </span>
        {firstSeen === lastSeen ? null : (
          <span>
            first seen <When at={firstSeen} />
          </span>
        )}
      </div>
      <Value evidence={evidence} />
      <Text size="xs" c="dimmed" mt={8}>
        reached <span className={styles['mono']}>{sink}</span> from{' '}
        {sources.map(({ kind, name }) => `${words(kind)} ${name}`).join(', ') || 'outside'}
      </Text>
      {frames.length > 0 ? (
        <details>
          <summary className={styles['summary']}>Call stack</summary>
          <ol className={styles['frames']}>
            {frames.map((it, at) => (
              <li key={at}>
                {it.function ?? '(anonymous)'} {it.location.file}:{it.location.start.line}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

/** The value as it arrived at the sink; what came from outside stands out. */
function Value({ evidence: { value, sources } }: { readonly evidence: Seen['evidence'] }): ReactNode {
  if (value.length === 0) return null;
  return (
    <pre className={styles['value']} aria-label="Value at the sink">
      {value.map(({ text, from }, at) => {
        if (from === undefined) return <span key={at}>{text}</span>;
        const source = sources[from];
        return (
          <Tooltip key={at} label={source ? `from ${words(source.kind)} ${source.name}` : 'from outside'}>
            <mark className={styles['tainted']}>{text}</mark>
          </Tooltip>
        );
      })}
    </pre>
  );
}

/** `http.request.parameter` as people say it. */
function words(kind: string): string {
  return kind.replaceAll(/[._-]+/g, ' ');
}
