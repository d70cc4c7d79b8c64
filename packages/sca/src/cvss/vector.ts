/** The metrics of a CVSS vector: `CVSS:3.1/AV:N/AC:L` → AV is N, AC is L. */
export type Metrics = ReadonlyMap<string, string>;

/** Units: characters. The longest vector of CVSS 4 has fewer. */
const maxLength = 400;

/** Reads what stands behind a prefix; undefined when the text does not begin with it, or is no list of metrics. */
export function readVector(vector: string, prefix: string): Metrics | undefined {
  if (!vector.startsWith(prefix) || vector.length > maxLength) return undefined;
  const metrics = new Map<string, string>();
  for (const part of vector
    .slice(prefix.length)
    .split('/')
    .filter((it) => it !== '')) {
    const found = /^(?<name>[A-Za-z]{1,3}):(?<value>[A-Za-z]{1,4})$/.exec(part)?.groups;
    if (!found || metrics.has(found['name']!)) return undefined;
    metrics.set(found['name']!, found['value']!);
  }
  return metrics;
}

/** The weight of one metric; undefined for a value that the metric does not have, and for one that is missing. */
export function weigh(metrics: Metrics, name: string, weights: Readonly<Record<string, number>>): number | undefined {
  const value = metrics.get(name);
  return value !== undefined && Object.hasOwn(weights, value) ? weights[value] : undefined;
}

/** The weights of several metrics; undefined when one of them is not there. */
export function weighAll<N extends string>(
  metrics: Metrics,
  weights: Readonly<Record<N, Readonly<Record<string, number>>>>,
): Readonly<Record<N, number>> | undefined {
  const found: Partial<Record<N, number>> = {};
  for (const name of Object.keys(weights) as N[]) {
    const weight = weigh(metrics, name, weights[name]);
    if (weight === undefined) return undefined;
    found[name] = weight;
  }
  // Every name has been set above.
  return found as Readonly<Record<N, number>>;
}
