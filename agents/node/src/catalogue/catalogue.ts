import { readFileSync } from 'node:fs';
import type { Bundle, Model, Rule } from '@plumbline/catalog';
import { indexRows, type Rows } from './rows.ts';

/** The part of the shared catalogue that an agent for Node.js can use. */
export interface Catalogue {
  readonly rows: Rows;
  /** The rule that speaks for a kind of sink, or for a kind of wrong use. */
  ruleOf(kind: string): Rule | undefined;
}

/** Reads what `scripts/bundle.mjs` wrote beside the code. Errors: throws; the agent then does not start. */
export function readCatalogue(file: URL): Catalogue {
  return catalogueOf(JSON.parse(readFileSync(file, 'utf8')) as Bundle); // our own file, built with us
}

/** Kinds of data that the agent follows: what requests bring. */
const followed = new Set(['remote', 'remote-object']);

/** Rules without sources are about calls that are wrong by themselves. */
function isAboutRequests(rule: Rule): boolean {
  const kinds = rule['source-kinds'];
  return kinds === undefined || kinds.some((it) => followed.has(it));
}

function catalogueOf({ rules, models, symbols }: Bundle): Catalogue {
  const byKind = new Map<string, Rule>();
  for (const rule of rules.filter(isAboutRequests)) {
    for (const kind of [...(rule['sink-kinds'] ?? []), ...(rule['use-kinds'] ?? [])]) {
      if (!byKind.has(kind)) byKind.set(kind, rule);
    }
  }
  const known: readonly Model[] = models.filter((it) => it.language === 'javascript');
  return { rows: indexRows(known, symbols), ruleOf: (kind) => byKind.get(kind) };
}
