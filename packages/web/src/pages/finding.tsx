import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../api.ts';
import { EvidenceBadges, SeverityBadge } from '../ui/badges.tsx';
import { Code } from '../ui/code.tsx';
import { ExternalLink, Inline, Markdown } from '../ui/markdown.tsx';
import { Section } from '../ui/section.tsx';
import { Loaded } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';
import { statusWords } from '../words.ts';
import { Flow } from './finding/flow.tsx';
import { Library } from './finding/library.tsx';
import { Requests } from './finding/requests.tsx';
import { Side } from './finding/side.tsx';
import type { Known } from './finding/known.ts';
import styles from './finding.module.css';

/** One finding, with everything that is known of it. */
export function FindingPage(): ReactNode {
  const { id } = useParams({ from: '/shell/findings/$id' });
  const known = useQuery({
    queryKey: ['finding', id],
    queryFn: async () => await call('GET /api/v1/findings/:id', { params: { id } }),
  });
  return <Loaded of={known}>{(it) => <Whole known={it} />}</Loaded>;
}

function Whole({ known }: { readonly known: Known }): ReactNode {
  const { finding, observations } = known;
  const flows = observations.flatMap(({ evidence }) => (evidence.is === 'flow' ? [evidence] : []));
  const around = finding.snippet && { file: finding.location.file, chunk: finding.snippet };
  return (
    <>
      <Head known={known} />
      <div className={styles['page']}>
        <div>
          <Text mt="md" lh={1.6} style={{ overflowWrap: 'anywhere' }}>
            <Inline>{finding.message}</Inline>
          </Text>
          {finding.package ? <Library known={known} /> : null}
          {flows.length === 0 && finding.kind === 'code' ? <Source known={known} /> : null}
          {flows.map((it, at) => (
            <Section key={at} title="How the data gets there">
              <Flow steps={it.steps} around={around} />
            </Section>
          ))}
          <Requests known={known} />
          {finding.recommendation ? (
            <Section title="What to do">
              <Markdown>{finding.recommendation}</Markdown>
            </Section>
          ) : null}
          {finding.references.length > 0 ? (
            <Section title="References">
              {finding.references.map((it) => (
                <Text key={it} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  <ExternalLink to={it}>{it}</ExternalLink>
                </Text>
              ))}
            </Section>
          ) : null}
        </div>
        <Side known={known} />
      </div>
    </>
  );
}

function Head({ known }: { readonly known: Known }): ReactNode {
  const { finding, project, status, firstSeen } = known;
  const kinds = finding.evidence.map((it) => it.is);
  return (
    <header>
      <Anchor renderRoot={(props) => <Link to="/findings" {...props} />} size="sm" c="dimmed">
        ← Findings
      </Anchor>
      <Title order={1} size="h2" mt={8} style={{ overflowWrap: 'anywhere' }}>
        {finding.title}
      </Title>
      <div className={styles['meta']}>
        <SeverityBadge severity={finding.severity} />
        <span>{statusWords[status] ?? status}</span>
        <span className={styles['mono']}>{finding.rule}</span>
        <span className={styles['mono']}>
          {project} / {finding.location.file}:{finding.location.start.line}
        </span>
        <span>
          first seen <When at={firstSeen} />
        </span>
        <EvidenceBadges kinds={kinds} />
      </div>
    </header>
  );
}

function Source({ known: { finding } }: { readonly known: Known }): ReactNode {
  const { snippet, location } = finding;
  if (!snippet) return null;
  return (
    <Section title="Where it is">
      <Code file={location.file} chunks={[snippet]} marks={[{ id: 0, ...location }]} current={0} />
    </Section>
  );
}
