import type { Package, Severity } from '@plumbline/core';
import { declaredRuntimes } from './declared-runtimes.ts';
import { hasEnded, successorOf, type Cycle } from './lifecycles.ts';
import { productsOf, systemOf, type Product } from './products.ts';
import { shownName, type Check, type HealthProject, type Remark } from './remark.ts';

/** Runtimes, systems and frameworks whose makers mend them no more, or not for long. */
export const endOfLife: Check = function* (project): Iterable<Remark> {
  const { lifecycles, packages } = project;
  if (!lifecycles) return;
  // A product is often many packages, and a system hundreds: the first stands for all, best one that is asked for.
  const told = new Set<string>();
  const found = packages.flatMap((it) => {
    const products = it.distribution === undefined ? productsOf(it, lifecycles) : systemOf(it.distribution, lifecycles);
    return products.length === 0 ? [] : [{ it, products }];
  });
  for (const { it, products } of [...found.filter((one) => one.it.direct), ...found.filter((one) => !one.it.direct)]) {
    const { distribution, location } = it;
    for (const product of products) {
      const key = `${location.file}\0${product.lifecycle.name} ${product.cycle.name}`;
      const verdict = verdictOn(product, distribution ?? shownName(it), project);
      if (!verdict || told.has(key)) continue;
      told.add(key);
      yield { ...verdict, location, package: it, severity: severityFor(it, product, verdict.severity, project.today) };
      break;
    }
  }
  for (const { product, shown, location } of declaredRuntimes(project)) {
    const verdict = verdictOn(product, shown, project);
    if (verdict && verdict.severity !== 'info')
      yield { ...verdict, location, subject: `${shown.split(' ')[0]} ${product.lifecycle.name}`, confidence: 'medium' };
  }
};

type Verdict = Required<Pick<Remark, 'rule' | 'message' | 'advice' | 'severity' | 'references'>>;

/** Units: days before the end from which on it is told. */
const soon = 90;

/** Undefined while there are fixes. Its severity is that of a runtime that a project asks for. */
function verdictOn({ lifecycle, cycle }: Product, shown: string, { today }: HealthProject): Verdict | undefined {
  const { ends, extendedTo = '' } = cycle;
  const left = ends === undefined ? Number.POSITIVE_INFINITY : daysBetween(today, ends);
  const isOver = hasEnded(cycle, today);
  if (!isOver && left > soon) return undefined;
  const what = `${lifecycle.label} ${cycle.name} (${shown})`;
  const since = ends === undefined ? 'gets no security fixes any more' : `has had no security fixes since ${ends}`;
  const extended =
    isOver && extendedTo >= today
      ? ` Extended support, by subscription or volunteers, goes on until ${extendedTo}.`
      : '';
  return {
    rule: 'package-end-of-life',
    message: isOver ? `${what} ${since}.${extended}` : `${what} gets security fixes until ${ends}: ${left} days more.`,
    advice: adviceFor(successorOf(lifecycle, cycle, today), lifecycle.label),
    severity: isOver ? (extended === '' ? 'medium' : 'low') : 'info',
    references: [`https://endoflife.date/${lifecycle.name}`],
  };
}

function adviceFor(to: Cycle | undefined, label: string): string {
  if (!to) return `No release of ${label} is supported: replace it.`;
  return `Move to ${label} ${to.name}, which is supported${to.ends === undefined ? '' : ` until ${to.ends}`}.`;
}

/** Units: days after the end from which on what everything else runs on is sure to have holes that are known. */
const long = 3 * 365;

/** Folders of what is tried and shown, and never serves anybody. */
const aside =
  /(?:^|\/)(?:\.github|\.gitlab|docs?|examples?|samples?|demos?|fixtures|testdata|__tests__|specs?|[\w-]*(?:tests?|e2e)|e2e[\w-]*)\//i;

/** How far it matters: what is only for building or brought by others less, what runs and is long over more. */
function severityFor(found: Package, product: Product, usual: Severity, today: string): Severity {
  if (usual !== 'medium') return usual;
  // A go.mod names the least Go that is needed; what builds the program is often newer.
  if (found.ecosystem === 'golang' && product.is === 'runtime') return 'info';
  const isRunning = found.scopes.length === 0 || found.scopes.includes('runtime');
  if (!isRunning || (product.is === 'library' && !found.direct) || aside.test(found.location.file)) return 'low';
  const { ends } = product.cycle;
  return product.is !== 'library' && ends !== undefined && daysBetween(ends, today) > long ? 'high' : usual;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
