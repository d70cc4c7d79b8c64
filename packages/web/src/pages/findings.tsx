import { Button, Group, Kbd, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { call, type Answer } from '../api.ts';
import { defaultStatus, type Filters } from '../filters.ts';
import { EvidenceBadges, SeverityBadge } from '../ui/badges.tsx';
import { CommandLine } from '../ui/command.tsx';
import { Search } from '../ui/icons.tsx';
import { Empty, Failed, Loaded } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';
import { statusWords } from '../words.ts';
import { Facets } from './findings/facets.tsx';
import styles from './findings.module.css';

/** All findings, narrowed by filters that the page's address holds. */
export function FindingsPage(): ReactNode {
  const filters = useSearch({ from: '/shell/findings' });
  const navigate = useNavigate({ from: '/findings' });
  const change = (next: Filters): void => void navigate({ search: next, replace: true });
  const { order = 'severity', ...wanted } = { status: defaultStatus, ...filters };
  const counts = useQuery({
    queryKey: ['facets', wanted],
    queryFn: async () => await call('GET /api/v1/findings/facets', { query: queryOf(wanted) }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles['page']}>
      <aside className={styles['side']} aria-label="Filters">
        <Facets counts={counts.data?.facets} filters={wanted} onChange={(it) => change({ ...filters, ...it })} />
      </aside>
      <section>
        <Group justify="space-between" mb="md">
          <Group gap="sm" align="baseline">
            <Title order={1} size="h3">
              Findings
            </Title>
            {counts.data ? <Text c="dimmed">{totalOf(counts.data)}</Text> : null}
          </Group>
          <Controls filters={filters} onChange={change} />
        </Group>
        <FindingList
          filters={wanted}
          order={order}
          empty={<NothingFound isNarrowed={Object.keys(filters).length > 0} onReset={() => change({})} />}
        />
      </section>
    </div>
  );
}

function Controls({
  filters,
  onChange,
}: {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}): ReactNode {
  return (
    <Group gap="sm">
      <SearchBox text={filters.text ?? ''} onChange={(text) => onChange({ ...filters, text })} />
      <SegmentedControl
        size="xs"
        value={filters.order ?? 'severity'}
        onChange={(it) => onChange({ ...filters, order: it === 'newest' ? 'newest' : 'severity' })}
        data={[
          { value: 'severity', label: 'Worst first' },
          { value: 'newest', label: 'Newest first' },
        ]}
      />
    </Group>
  );
}

interface ListProps {
  readonly filters: Filters;
  readonly order: 'severity' | 'newest';
  readonly empty: ReactNode;
}

/** The findings that match, a page at a time. */
function FindingList({ filters, order, empty }: ListProps): ReactNode {
  const list = useInfiniteQuery({
    queryKey: ['findings', filters, order],
    queryFn: async ({ pageParam }) =>
      await call('GET /api/v1/findings', {
        query: { ...queryOf(filters), order, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded of={list}>
      {({ pages }) => {
        const findings = pages.flatMap((it) => it.findings);
        if (findings.length === 0) return empty;
        return (
          <Stack gap="md">
            <FindingTable findings={findings} />
            {list.hasNextPage ? (
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                Show more
              </Button>
            ) : null}
            {list.error ? <Failed error={list.error} /> : null}
          </Stack>
        );
      }}
    </Loaded>
  );
}

type Query = Parameters<typeof call<'GET /api/v1/findings/facets'>>[1]['query'];

/** The server refuses values that it does not know: whoever wrote the address is told so. */
function queryOf(filters: Filters): Query {
  return filters as Query;
}

function totalOf({ total, isMore }: Answer<'GET /api/v1/findings/facets'>): string {
  return `${total.toLocaleString('en')}${isMore ? '+' : ''}`;
}

function SearchBox({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(text);
  const box = useRef<HTMLInputElement>(null);
  const send = useDebouncedCallback(onChange, 250);
  // The address may change without us: filters taken away, a step back. What is still being typed stays.
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    if (text === '' || !typed.startsWith(text)) setTyped(text);
  }
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <TextInput
      ref={box}
      size="xs"
      w={260}
      type="search"
      aria-label="Search"
      placeholder="Rule, file, package…"
      leftSection={<Search />}
      rightSection={<Kbd size="xs">/</Kbd>}
      value={typed}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}

const textFields = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(textFields);
}

type Finding = Answer<'GET /api/v1/findings'>['findings'][number];

function FindingTable({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className={styles['panel']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>Severity</th>
            <th>Finding</th>
            <th>Evidence</th>
            <th>Project</th>
            <th>Services</th>
            <th>First seen</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {findings.map((it) => (
            <FindingRow key={it.id} finding={it} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }): ReactNode {
  const { id, severity, title, status, rule, location, evidence, project, services, firstSeen } = finding;
  return (
    <tr className={styles['row']}>
      <td>
        <SeverityBadge severity={severity} />
      </td>
      <td>
        <Link to="/findings/$id" params={{ id }} className={styles['title']} data-row>
          {title}
        </Link>
        {status === 'open' ? null : <span className={styles['status']}>{statusWords[status] ?? status}</span>}
        <div className={styles['where']}>
          {rule} · {location.file}:{location.start.line}
        </div>
      </td>
      <td>
        <span className={styles['evidence']}>
          <EvidenceBadges kinds={evidence} />
        </span>
      </td>
      <td>{project}</td>
      <td className={services.length === 0 ? styles['dim'] : undefined}>{services.join(', ') || '–'}</td>
      <td className={styles['dim']}>
        <When at={firstSeen} />
      </td>
    </tr>
  );
}

/** j and k go down and up the rows, as in many a list of this kind; Enter opens, as on every link. */
function useRowKeys(body: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.findIndex((it) => it === document.activeElement);
      rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  }, [body]);
}

function NothingFound({
  isNarrowed,
  onReset,
}: {
  readonly isNarrowed: boolean;
  readonly onReset: () => void;
}): ReactNode {
  const all = useQuery({
    queryKey: ['facets', 'all'],
    queryFn: async () => await call('GET /api/v1/findings/facets', { query: {} }),
  });
  if (!all.data) return null;
  if (all.data.total > 0) {
    return (
      <Empty title={isNarrowed ? 'No finding matches these filters' : 'Nothing is open'}>
        <Button variant="default" size="xs" mt="xs" onClick={onReset}>
          {isNarrowed ? 'Take the filters away' : 'Show again'}
        </Button>
      </Empty>
    );
  }
  const { origin } = globalThis.location;
  return (
    <Empty title="No scan has arrived yet">
      <Stack gap="sm" mt="xs" maw={600}>
        <span>
          <Link to="/tokens">Make a token</Link>, or let the machine that runs the platform print one:
        </span>
        <CommandLine>plumb token create --name ci</CommandLine>
        <span>Scan a project:</span>
        <CommandLine>{`PLUMB_URL=${origin} PLUMB_TOKEN=plumb_… plumb scan --upload`}</CommandLine>
        <span>Watch it run:</span>
        <CommandLine>{`PLUMB_URL=${origin} PLUMB_TOKEN=plumb_… node --import @plumbline/node/register app.js`}</CommandLine>
      </Stack>
    </Empty>
  );
}
