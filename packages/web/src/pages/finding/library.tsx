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
  const loaded = seenAs(known, 'loaded');
  if (loaded.length === 0) return null;
  return (
    <Section title="Loaded by running services">
      <div className={styles['card']}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Service</Table.Th>
              <Table.Th>Environment</Table.Th>
              <Table.Th>Version</Table.Th>
              <Table.Th>File</Table.Th>
              <Table.Th>Last seen</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {loaded.map(({ evidence, lastSeen }, at) => (
              <Table.Tr key={at}>
                <Table.Td fw={600}>{evidence.service}</Table.Td>
                <Table.Td>{evidence.environment ?? '–'}</Table.Td>
                <Table.Td>{evidence.version ?? '–'}</Table.Td>
                <Table.Td className={styles['mono']}>{evidence.file ?? '–'}</Table.Td>
                <Table.Td>
                  <When at={lastSeen} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}

function ExecutedIn({ known }: { readonly known: Known }): ReactNode {
  const executed = seenAs(known, 'executed');
  if (executed.length === 0) return null;
  return (
    <Section title="The vulnerable part has run">
      <div className={styles['card']}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Part</Table.Th>
              <Table.Th>Called from</Table.Th>
              <Table.Th>Service</Table.Th>
              <Table.Th>Environment</Table.Th>
              <Table.Th>Last seen</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {executed.map(({ evidence, lastSeen }, at) => (
              <Table.Tr key={at}>
                <Table.Td className={styles['mono']}>{evidence.symbol}</Table.Td>
                <Table.Td className={styles['mono']}>
                  {evidence.location ? `${evidence.location.file}:${evidence.location.start.line}` : '–'}
                </Table.Td>
                <Table.Td fw={600}>{evidence.service}</Table.Td>
                <Table.Td>{evidence.environment ?? '–'}</Table.Td>
                <Table.Td>
                  <When at={lastSeen} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
