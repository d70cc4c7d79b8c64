import type { Finding, FlowStep, Layer, ReachedEvidence, Suppression } from '@plumbline/core';
import { artifactOf, physicalLocation, replacementOf } from './place.ts';
import { levels } from './rules.ts';

/** GitHub takes 10,000 steps a result and shows 1,000. */
const mostSteps = 1_000;

/** One finding as a result. `ruleIndex` is the place of its rule in the list of rules; `layer` what of an image brought it. */
export function resultOf(finding: Finding, ruleIndex: number, layer?: Layer): Readonly<Record<string, unknown>> {
  const { rule, severity, location, snippet, symbol, evidence, fingerprints, suppressions } = finding;
  const flows = evidence.flatMap((it) => (it.is === 'flow' && it.steps.length > 0 ? [it.steps] : []));
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: finding.message || finding.title || rule },
    locations: [
      {
        physicalLocation: physicalLocation(location, snippet),
        ...logicalLocations([symbol, location.inside]),
      },
    ],
    ...(flows.length > 0 ? { codeFlows: flows.map(codeFlow), relatedLocations: flows.map(sourceOf) } : {}),
    ...reachOf(finding),
    partialFingerprints: Object.fromEntries(
      fingerprints.map((it) => [`plumbline/${it.algorithm}/v${it.version}`, it.value]),
    ),
    ...(suppressions.length > 0 ? { suppressions: suppressions.map(suppressionOf) } : {}),
    ...fixesOf(finding),
    properties: { ...propertiesOf(finding), ...(layer && { layer }) },
  };
}

/** What a file alone does not say: the function, or the path in an archive. */
function logicalLocations(names: readonly (string | undefined)[]): Readonly<Record<string, unknown>> {
  const list = names.flatMap((it) => (it ? [{ fullyQualifiedName: it }] : []));
  return list.length > 0 ? { logicalLocations: list } : {};
}

/** Where the project's code leads to a library: the place, and the way of calls there. */
function reachOf({ evidence }: Finding): Readonly<Record<string, unknown>> {
  const reached = evidence.flatMap((it) => (it.is === 'reached' ? [it] : []));
  if (reached.length === 0) return {};
  const flows = reached.filter((it) => it.path.length > 0);
  return {
    relatedLocations: reached.map(({ location, message }, index) => ({
      id: index + 1,
      physicalLocation: physicalLocation(location),
      message: { text: message },
    })),
    ...(flows.length > 0 ? { codeFlows: flows.map(callFlow) } : {}),
  };
}

function callFlow({ path, location, symbol = '' }: ReachedEvidence): unknown {
  const steps = [...path.map((it) => ({ location: it.location, message: it.function })), { location, message: symbol }];
  return codeFlow(steps.map((it, at) => ({ ...it, role: at === steps.length - 1 ? 'sink' : 'call' })));
}

function codeFlow(steps: readonly FlowStep[]): unknown {
  const last = steps.length - 1;
  const locations = steps.slice(0, mostSteps).map((step, index) => ({
    location: {
      physicalLocation: physicalLocation(step.location, step.snippet),
      message: { text: step.message || step.role },
    },
    kinds: [
      step.role === 'source' || step.role === 'sink' || step.role === 'call' || step.role === 'return'
        ? step.role
        : 'taint',
    ],
    executionOrder: index + 1,
    importance: index === 0 || index === last ? 'essential' : 'important',
  }));
  return { threadFlows: [{ locations }] };
}

function sourceOf(steps: readonly FlowStep[], index: number): unknown {
  const { location, snippet, message } = steps[0]!;
  return {
    id: index + 1,
    physicalLocation: physicalLocation(location, snippet),
    message: { text: message || 'source' },
  };
}

function suppressionOf({ by, reason, location }: Suppression): unknown {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason ? { justification: reason } : {}),
    ...(location ? { location: { physicalLocation: physicalLocation(location) } } : {}),
    properties: { by },
  };
}

function fixesOf({ fixes }: Finding): { readonly fixes?: readonly unknown[] } {
  const changing = fixes.filter((it) => it.edits.length > 0);
  if (changing.length === 0) return {};
  return {
    fixes: changing.map(({ description, edits }) => ({
      description: { text: description || 'Fix' },
      artifactChanges: [...new Set(edits.map((it) => it.location.file))].map((file) => ({
        artifactLocation: artifactOf(file),
        replacements: edits.filter((it) => it.location.file === file).map(replacementOf),
      })),
    })),
  };
}

function propertiesOf({
  kind,
  severity,
  confidence,
  sink,
  package: library,
  risk,
  evidence,
}: Finding): Readonly<Record<string, unknown>> {
  return {
    kind,
    severity,
    confidence,
    ...(sink ? { sink } : {}),
    ...(library ? { package: library } : {}),
    ...(risk ? { risk } : {}),
    ...rungOf(evidence),
  };
}

/** How far the code leads to a library, in a word. */
function rungOf(evidence: Finding['evidence']): { readonly reach?: string } {
  const best = evidence.findLast((it) => it.is === 'reached' || it.is === 'unimported');
  if (!best) return {};
  return { reach: best.is === 'reached' ? best.rung : 'not imported' };
}
