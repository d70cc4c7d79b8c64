// Graphs as texts that are equal when the graphs are: nodes are numbered as a walk from the root meets them.
import { withAttributes } from './blocks.mjs';

/** Shape: nodes with edges (`key`, `isSelector`, `to`; without `to` it is an error); the root first. */
export function written(root) {
  const numbers = new Map([[root, 0]]);
  const rows = [];
  for (const [node, number] of numbers) {
    const edges = node.edges.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const { to } of edges) if (to && !numbers.has(to)) numbers.set(to, numbers.size);
    rows.push(`${number} ${node.name} ${node.version}`);
    for (const { key, isSelector, to } of edges) {
      rows.push(to ? `  ${key}${isSelector ? ' (chosen)' : ''} -> ${numbers.get(to)}` : `  ${key} -> error`);
    }
  }
  return rows.join('\n');
}

const row = /^(?<indent>[\s│├└─]*)(?:(?<label>\w+):\s)?\s*(?<rest>.+)$/u;

/** The graph that a test wants; undefined for an error alone. */
export function wantedGraph(lines) {
  const rows = lines
    .map((it) => it.trimEnd())
    .filter((it) => it !== '' && !/^(?:#|ERROR:)/.test(it))
    .map(rowOf);
  const labels = new Map(rows.filter((it) => it.label && it.node).map((it) => [it.label, it.node]));
  const path = [];
  for (const { depth, node, reference, attributes, range, folder } of rows) {
    if (node) path[depth] = node;
    if (depth === 0) continue;
    const to = reference === undefined ? node : labels.get(reference);
    const key = `${attributes.knownas ?? (reference === undefined ? folder : to.folder)}@${range}`;
    path[depth - 1].edges.push({ key, isSelector: 'selector' in attributes, to });
  }
  return rows[0]?.node;
}

/** Shape: `reference` = a label instead of a node; neither = an error. */
function rowOf(line) {
  const { indent, label, rest } = row.exec(line).groups;
  const { attributes, rest: text } = withAttributes(rest);
  const [wish, version] = text.split(/\s+/);
  const at = wish.indexOf('@', 1);
  const name = at === -1 ? wish : wish.slice(0, at);
  const reference = name.startsWith('$') ? name.slice(1) : undefined;
  const folder = attributes.knownas ?? name.slice(name.lastIndexOf('>') + 1);
  const isNode = reference === undefined && version !== 'ERROR:';
  return {
    depth: indent.includes('\t') ? indent.length : Math.floor(indent.length / 3),
    label,
    attributes,
    range: wish.slice(at + 1),
    reference,
    folder,
    node: isNode ? { name, version, folder, edges: [] } : undefined,
  };
}

/** The graph that was resolved. What is inside of an archive is chosen by the first that asks for it. */
export function resolvedGraph({ found, nameOf }, resolve) {
  const nodes = new Map();
  const all = [...found.tops, ...found.nodes];
  for (const it of all) {
    nodes.set(it, { name: nameOf(it), version: it.release.version, edges: [], isFree: it.isBundled });
  }
  for (const it of all) {
    for (const edge of it.edges.values()) {
      const to = found.failures.has(edge) ? undefined : resolve(it, edge.name);
      if (!to && edge.kind === 'optional-peer') continue;
      nodes
        .get(it)
        .edges.push({ key: `${edge.name}@${edge.wish.range}`, isSelector: edge.isSelector, to: nodes.get(to) });
    }
  }
  const root = nodes.get(found.tops[0]);
  const met = new Set([root]);
  for (const it of met) {
    for (const edge of it.edges.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      if (!edge.to) continue;
      if (edge.to.isFree && !met.has(edge.to)) edge.isSelector = true;
      met.add(edge.to);
    }
  }
  return root;
}
