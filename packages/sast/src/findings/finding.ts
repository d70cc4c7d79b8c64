import { regexOf, type Rule } from '@plumbline/catalog';
import { isTestFile, type Evidence, type Finding, type FlowStep } from '@plumbline/core';
import type { Ir } from '../ir/ir.ts';
import { Kind, Role } from '../languages/kinds.ts';
import { endOf, part, parts, sourceOf, startOf, type Tree } from '../tree/tree.ts';
import type { Columns } from '../resolve/columns.ts';
import type { Hit, UseHit } from '../taint/hit.ts';
import { stopsOf, type Step } from '../taint/trace.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { fixOf } from './fix.ts';
import { isShown, ruleFacts } from './rule-facts.ts';
import type { SecretMatch } from './secret-rules.ts';
import { masked } from './secrets.ts';
import { snippetAt, type Shown } from './snippet.ts';
import { surroundings } from './symbols.ts';

/** What all findings of a file are made from. */
export interface FileFacts extends Shown {
  readonly file: string;
  /** Undefined for files without a tree. */
  readonly ir: Ir | undefined;
}

/** A stretch of the text, and the function that it stands in. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly function: number;
  readonly node: number;
}

/** One finding a rule and sink: the one with the shortest way. Others add nothing that a reader needs. */
export function flowFindings(facts: FileFacts, columns: Columns, hits: readonly Hit[]): Finding[] {
  const best = new Map<string, { readonly rule: Rule; readonly hit: Hit }>();
  for (const hit of hits) {
    for (const column of columns.columns) {
      if ((hit.mask & column.bit) === 0n) continue;
      const key = `${column.rule.id} ${hit.sink.node}`;
      const old = best.get(key);
      if (!old || isShorter(hit, old.hit)) best.set(key, { rule: column.rule, hit });
    }
  }
  return [...best.values()].map(({ rule, hit }) => flowFinding(facts, rule, hit));
}

function isShorter(a: Hit, b: Hit): boolean {
  const difference = (a.fact.step?.length ?? 0) - (b.fact.step?.length ?? 0);
  if (difference !== 0) return difference < 0;
  return a.fact.origin.id < b.fact.origin.id;
}

function flowFinding(facts: FileFacts, rule: Rule, { sink, fact }: Hit): Finding {
  const ir = facts.ir!;
  const place = { ...placeOfCall(ir.tree, sink.node), function: sink.function };
  const source = fact.origin.is === 'source' ? fact.origin.text : '';
  const shown = calleeText(ir.tree, sink.node);
  const stops = fact.step ? stopsOf(fact.step) : [];
  const steps = stops.map((it) => flowStep(facts, it));
  const end = argumentNode(ir.tree, sink.node, sink.argument);
  const sinkStep: FlowStep = {
    role: 'sink',
    message: `reaches ${shown}`,
    location: facts.lines.location(facts.file, startOf(ir.tree, end), endOf(ir.tree, end)),
    snippet: snippetAt(facts, startOf(ir.tree, end), endOf(ir.tree, end), 'line'),
  };
  const names = { $SOURCE: `\`${source}\``, $SINK: shown, $DETAIL: '' };
  return {
    ...ruleFacts(rule, !(fact.step?.obscure ?? false) && !isTestFile(facts.file)),
    ...placed(facts, rule, place),
    message: filled(rule.message, names),
    sink: sink.at,
    evidence: [{ is: 'flow', steps: withoutRepeats([...steps, sinkStep]) }],
    fixes: [],
    suppressions: [],
  };
}

/** One finding a rule and call, with all that is wrong about it. */
export function useFindings(facts: FileFacts, columns: Columns, uses: readonly UseHit[]): Finding[] {
  const groups = new Map<string, { readonly rule: Rule; readonly uses: UseHit[] }>();
  for (const use of uses) {
    for (const rule of columns.ofUse(use.row.kind)) {
      const key = `${rule.id} ${use.node}`;
      const group = groups.get(key) ?? { rule, uses: [] };
      group.uses.push(use);
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap((it) => {
    const found = useFinding(facts, it.rule, it.uses);
    return isMeant(it.rule, found) ? [] : [found];
  });
}

/** Whether the name of the function says that a call is there for something harmless. */
function isMeant({ 'not-in': names }: Rule, { symbol }: Finding): boolean {
  return names !== undefined && symbol !== undefined && regexOf(names).test(symbol);
}

function useFinding(facts: FileFacts, rule: Rule, uses: readonly UseHit[]): Finding {
  const ir = facts.ir!;
  const first = uses[0]!;
  const says = [...new Set(uses.flatMap((it) => it.row.says ?? []))].join(' and ');
  const names = { $SOURCE: '', $SINK: calleeText(ir.tree, first.node), $DETAIL: says };
  const fix = fixOf(
    { ir, file: facts.file, lines: facts.lines },
    first.node,
    uses.flatMap((it) => it.row.fix ?? []),
  );
  return {
    ...ruleFacts(rule, !isTestFile(facts.file)),
    ...placed(facts, rule, { ...placeOfCall(ir.tree, first.node), function: first.function }),
    message: filled(rule.message, names),
    sink: first.at,
    evidence: [{ is: 'match' }],
    fixes: fix ? [fix] : [],
    suppressions: [],
  };
}

export function secretFinding(facts: FileFacts, { rule, start, end }: SecretMatch): Finding {
  const evidence: Evidence[] = [{ is: 'match' }];
  return {
    ...ruleFacts(rule, !isTestFile(facts.file) && !(rule.secret && isShown(facts.file))),
    ...placed(facts, rule, { start, end, function: functionAt(facts.ir, start), node: -1 }),
    message: filled(rule.message, { $SOURCE: '', $SINK: '', $DETAIL: '' }),
    evidence,
    fixes: [],
    suppressions: [],
  };
}

/** The same for a stretch of text that no node stands for. */
export function placedAt(
  facts: FileFacts,
  rule: Pick<Rule, 'id'>,
  { start, end }: { readonly start: number; readonly end: number },
): ReturnType<typeof placed> {
  return placed(facts, rule, { start, end, function: functionAt(facts.ir, start), node: -1 });
}

/** The innermost function around a place; 0, the module, for files without a tree. */
function functionAt(ir: Ir | undefined, at: number): number {
  let found = 0;
  let size = Infinity;
  for (const info of ir?.functions ?? []) {
    const start = startOf(ir!.tree, info.node);
    const end = endOf(ir!.tree, info.node);
    if (info.is === 'module' || at < start || at >= end || end - start >= size) continue;
    found = info.index;
    size = end - start;
  }
  return found;
}

/** Everything about a finding that its place decides. */
function placed(
  facts: FileFacts,
  rule: Pick<Rule, 'id'>,
  { start, end, function: index, node }: Place,
): Pick<Finding, 'location' | 'snippet' | 'fingerprints'> & { symbol?: string } {
  const { text, lines, secrets, ir, file } = facts;
  const around = ir ? surroundings(ir, index) : { symbol: undefined, node: 0 };
  const line = lines.startOf(lines.position(start).line);
  const offset = node >= 0 ? node - around.node : nodesBefore(ir, around.node, start);
  return {
    location: lines.location(file, start, end),
    snippet: snippetAt(facts, start, end),
    ...(around.symbol === undefined ? {} : { symbol: around.symbol }),
    fingerprints: fingerprintsOf({
      rule: rule.id,
      code: masked(text, start, end, secrets),
      symbol: around.symbol ?? '',
      offset,
      rest: masked(text, line, Math.min(text.length, line + 2000), secrets),
    }),
  };
}

/** Nodes of a function that begin before a place in the text. */
function nodesBefore(ir: Ir | undefined, node: number, at: number): number {
  if (!ir) return 0;
  let low = node;
  let high = ir.tree.next[node] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(ir.tree, middle) < at) low = middle + 1;
    else high = middle;
  }
  return low - node;
}

function flowStep(facts: FileFacts, { role, node, message }: Step): FlowStep {
  const { tree } = facts.ir!;
  const start = startOf(tree, node);
  const end = endOf(tree, node);
  return {
    role,
    message,
    location: facts.lines.location(facts.file, start, end),
    snippet: snippetAt(facts, start, end, 'line'),
  };
}

/** Neighbouring stops that say the same of the same place are one. */
function withoutRepeats(steps: readonly FlowStep[]): FlowStep[] {
  return steps.filter((step, at) => {
    const before = steps[at - 1];
    if (!before || before.message !== step.message) return true;
    const [a, b] = [before.location.start, step.location.start];
    return a.line !== b.line || a.column !== b.column;
  });
}

/** A call, without the lines of the chain that it ends. */
function placeOfCall(tree: Tree, node: number): Pick<Place, 'start' | 'end' | 'node'> {
  const callee = part(tree, node, Role.callee);
  const name = callee >= 0 && tree.kind[callee] === Kind.Member ? part(tree, callee, Role.name) : -1;
  const start = startOf(tree, node);
  const isChain = name >= 0 && tree.text.slice(start, startOf(tree, name)).includes('\n');
  return { start: isChain ? startOf(tree, name) : start, end: endOf(tree, node), node };
}

/** `db.exec`, as it stands in the code. */
function calleeText(tree: Tree, node: number): string {
  const callee = part(tree, node, Role.callee);
  if (callee < 0) return tree.kind[node] === Kind.Return ? 'the response' : `\`${short(sourceOf(tree, node))}\``;
  const isMember = tree.kind[callee] === Kind.Member;
  const object = isMember ? sourceOf(tree, part(tree, callee, Role.object)) : '';
  const text =
    isMember && object.includes('(') ? `….${sourceOf(tree, part(tree, callee, Role.name))}` : sourceOf(tree, callee);
  return `\`${tree.kind[node] === Kind.New ? 'new ' : ''}${short(text)}\``;
}

function argumentNode(tree: Tree, node: number, position: number): number {
  const args = parts(tree, node, Role.arg);
  return args[position] ?? node;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

function filled(message: string, names: Readonly<Record<string, string>>): string {
  return message.trim().replaceAll(/\$(?:SOURCE|SINK|DETAIL)/g, (it) => names[it] ?? it);
}
