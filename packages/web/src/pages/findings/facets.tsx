import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { filterNames, type FilterName, type Filters } from '../../filters.ts';
import { capital, SeverityBadge } from '../../ui/badges.tsx';
import { evidenceWords, kindWords, statusWords } from '../../words.ts';
import styles from '../findings.module.css';

type Counts = Answer<'GET /api/v1/findings/facets'>['facets'];

interface FacetsProps {
  readonly counts: Counts | undefined;
  readonly filters: Filters;
  readonly onChange: (change: Filters) => void;
}

/** Orders that mean something; all other values come most frequent first. */
const orders: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  severity: ['critical', 'high', 'medium', 'low', 'info'],
  status: Object.keys(statusWords),
  evidence: Object.keys(evidenceWords),
};

const words: Readonly<Partial<Record<FilterName, (value: string) => ReactNode>>> = {
  severity: (it) => <SeverityBadge severity={it} />,
  status: (it) => statusWords[it] ?? it,
  kind: (it) => kindWords[it] ?? it,
  evidence: (it) => evidenceWords[it]?.word ?? it,
};

/** The filters beside the list: each value with the number of findings that it would leave. */
export function Facets({ counts, filters, onChange }: FacetsProps): ReactNode {
  if (!counts || Object.values(counts).every((it) => it.length === 0)) return null;
  return filterNames.map((name) => {
    const chosen = filters[name] ?? [];
    const values = valuesOf(name, counts[name], chosen);
    if (values.length === 0) return null;
    return (
      <div key={name} className={styles['facet']} role="group" aria-label={capital(name)}>
        <h3>{capital(name)}</h3>
        {values.map(({ value, count }) => (
          <button
            key={value}
            type="button"
            className={styles['value']}
            aria-pressed={chosen.includes(value)}
            title={value}
            onClick={() => onChange({ [name]: toggled(chosen, value) })}
          >
            <span className={styles['name']}>{words[name]?.(value) ?? value}</span>
            <span className={styles['count']}>{count.toLocaleString('en')}</span>
          </button>
        ))}
      </div>
    );
  });
}

function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((it) => it !== value) : [...chosen, value];
}

/** What is chosen stays in sight, even when nothing is left of it. */
function valuesOf(name: FilterName, counts: Counts[FilterName], chosen: readonly string[]): Counts[FilterName] {
  const missing = chosen
    .filter((it) => counts.every(({ value }) => value !== it))
    .map((value) => ({ value, count: 0 }));
  const all = [...counts, ...missing.filter(({ value }) => name !== 'status' || value === 'open')];
  const order = orders[name];
  return order ? all.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : all;
}
