import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { capital } from '../../ui/badges.tsx';
import { ExternalLink } from '../../ui/markdown.tsx';
import { When } from '../../ui/when.tsx';
import { eventWords, reasonWords, statusWords } from '../../words.ts';
import styles from '../finding.module.css';
import type { Known } from './known.ts';
import { Triage } from './triage.tsx';

/** What stands beside a finding: what was decided, its facts, its history. */
export function Side({ known }: { readonly known: Known }): ReactNode {
  return (
    <Stack className={styles['side']} gap="lg" component="aside">
      <Triage key={`${known.id} ${known.triage?.at ?? ''}`} known={known} />
      <Facts known={known} />
      <History known={known} />
      <Fingerprints known={known} />
    </Stack>
  );
}

function Facts({ known }: { readonly known: Known }): ReactNode {
  const { finding, project, lastSeen, branches } = known;
  return (
    <div className={styles['card']}>
      <dl className={styles['facts']}>
        <dt>Project</dt>
        <dd>{project}</dd>
        {branches.some((it) => it.name !== '') ? (
          <>
            <dt>Branches</dt>
            <dd>
              {branches
                .map(({ name, state }) => `${name || 'unnamed'}${state === 'open' ? '' : ` (${state})`}`)
                .join(', ')}
            </dd>
          </>
        ) : null}
        <dt>Last seen</dt>
        <dd>
          <When at={lastSeen} />
        </dd>
        <dt>Confidence</dt>
        <dd>{capital(finding.confidence)}</dd>
        {finding.symbol ? (
          <>
            <dt>In</dt>
            <dd className={styles['mono']}>{finding.symbol}</dd>
          </>
        ) : null}
        {finding.cwe.length > 0 ? (
          <>
            <dt>Weakness</dt>
            <dd>
              {finding.cwe.map((it) => (
                <ExternalLink key={it} to={`https://cwe.mitre.org/data/definitions/${it}.html`}>
                  CWE-{it}{' '}
                </ExternalLink>
              ))}
            </dd>
          </>
        ) : null}
        {finding.owasp.length > 0 ? (
          <>
            <dt>OWASP</dt>
            <dd>{finding.owasp.join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

function History({ known: { events } }: { readonly known: Known }): ReactNode {
  if (events.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={650} mb={8}>
        History
      </Text>
      <ul className={styles['events']}>
        {events.map(({ kind, detail, by, at }, index) => (
          <li key={index}>
            {eventWords[kind] ?? kind}
            {kind === 'triaged' ? `: ${decided(detail)}` : ''}
            {typeof detail['service'] === 'string' ? `: ${detail['service']}` : ''}
            <Text size="xs" c="dimmed">
              <When at={at} /> by {by}
            </Text>
            {typeof detail['comment'] === 'string' && detail['comment'] !== '' ? (
              <Text size="xs" mt={2}>
                {detail['comment']}
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function decided(detail: Readonly<Record<string, unknown>>): string {
  const status = statusWords[String(detail['status'])] ?? String(detail['status']);
  const reason = Object.entries(reasonWords).find(([it]) => it === detail['reason'])?.[1];
  return reason ? `${status}, ${reason.toLowerCase()}` : status;
}

function Fingerprints({ known: { finding } }: { readonly known: Known }): ReactNode {
  return (
    <details>
      <summary className={styles['summary']}>By what it is recognised</summary>
      <dl className={styles['facts']} style={{ marginTop: 8 }}>
        {finding.fingerprints.map(({ algorithm, version, value }) => (
          <FingerprintRow key={`${algorithm}/${version}`} name={`${algorithm}/${version}`} value={value} />
        ))}
      </dl>
    </details>
  );
}

function FingerprintRow({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles['mono']}>{value.slice(0, 80)}</dd>
    </>
  );
}
