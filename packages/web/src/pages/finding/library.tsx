import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from '../finding.module.css';
import { seenAs, type Known } from './known.ts';

/** A vulnerable library: which, how it got in, what ends it, and which services have loaded it. */
export function Library({ known }: { readonly known: Known }): ReactNode {
  const affected = known.finding.package;
  if (!affected) return null;
  const declared = seenAs(known, 'declared');
  return (
    <>
      <Section title="The library">
        <dl className={styles['facts']}>
          <dt>Package</dt>
          <dd className={styles['mono']}>{affected.purl}</dd>
          <dt>Advisory</dt>
          <dd>{[affected.advisory, ...affected.aliases].join(', ')}</dd>
          <dt>Fixed in</dt>
          <dd>{affected.fixedIn.length > 0 ? <strong>{affected.fixedIn.join(', ')}</strong> : 'no version yet'}</dd>
        </dl>
      </Section>
      <Section title="How it got in">
        {declared.map(({ evidence: { location, direct, via } }, at) => (
          <div key={at} className={styles['card']}>
            <div className={styles['path']}>
              {via.map((id, step) => (
                <span key={step} title={id}>
                  {nameIn(id)}
                </span>
              ))}
            </div>
            <Text size="xs" c="dimmed" mt={8}>
              {direct ? 'Asked for directly' : 'Brought in by others'}, in{' '}
              <span className={styles['mono']}>
                {location.inside === undefined
                  ? `${location.file}:${location.start.line}`
                  : `${location.file}!/${location.inside}`}
              </span>
            </Text>
          </div>
        ))}
      </Section>
      <LoadedIn known={known} />
      <ExecutedIn known={known} />
    </>
  );
}

/** `package-lock.json#node_modules/a/node_modules/b` is `b`: what a package is called in its lock file. */
function nameIn(id: string): string {
  const inFile = id.slice(id.indexOf('#') + 1);
  return inFile.split('node_modules/').at(-1) || id;
}

function LoadedIn({ known }: { readonly known: Known }): ReactNode {
  const rows = seenAs(known, 'loaded').map(({ evidence, lastSeen }) => [
    <strong key="service">{evidence.service}</strong>,
    evidence.environment,
    evidence.version,
    evidence.file && <Code key="file" text={evidence.file} />,
    <When key="when" at={lastSeen} />,
  ]);
  const titles = ['Service', 'Environment', 'Version', 'File', 'Last seen'];
  return <Seen title="Loaded by running services" titles={titles} rows={rows} />;
}

function ExecutedIn({ known }: { readonly known: Known }): ReactNode {
  const rows = seenAs(known, 'executed').map(({ evidence: { location, ...evidence }, lastSeen }) => [
    <Code key="part" text={evidence.symbol} />,
    location && <Code key="from" text={`${location.file}:${location.start.line}`} />,
    <strong key="service">{evidence.service}</strong>,
    evidence.environment,
    <When key="when" at={lastSeen} />,
  ]);
  const titles = ['Part', 'Called from', 'Service', 'Environment', 'Last seen'];
  return <Seen title="The vulnerable part has run" titles={titles} rows={rows} />;
}

function Code({ text }: { readonly text: string }): ReactNode {
  return <span className={styles['mono']}>{text}</span>;
}

interface SeenProps {
  readonly title: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** What running services showed, a row each; nothing at all where there is none. */
function Seen({ title, titles, rows }: SeenProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <div className={styles['card']}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              {titles.map((it) => (
                <Table.Th key={it}>{it}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, at) => (
              <Table.Tr key={at}>
                {cells.map((cell, column) => (
                  <Table.Td key={titles[column]}>{cell ?? '–'}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
