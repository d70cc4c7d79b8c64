import type { Rule } from '@plumbline/catalog';
import { severities, type Finding } from '@plumbline/core';
import { healthCategory, healthRules, type HealthRule } from '@plumbline/sca';
import { isIn, type Area } from './area.ts';
import { severityWords } from './settings.ts';

/** What stands where other rules have a language. */
const manifest = 'manifest';

/** Rules about libraries as all rules are: listed, settled, explained. The engine that runs them has them as code. */
export const libraryRules: readonly Rule[] = (healthRules as readonly HealthRule[]).map(ruleOf);

const ids = new Set(libraryRules.map((it) => it.id));

/** Whether it is one of them. One of the user's may have the same id. */
export function isAboutLibraries(rule: Rule): boolean {
  return ids.has(rule.id) && rule.languages[0] === manifest;
}

function ruleOf({ id, title, severity, confidence, cwe, message, advice, references, ...rest }: HealthRule): Rule {
  return {
    id,
    languages: [manifest],
    severity: severityWords[severity],
    message,
    ...(rest.arguments && { arguments: rest.arguments }),
    metadata: {
      title,
      category: healthCategory,
      confidence: confidence === 'high' ? 'HIGH' : confidence === 'medium' ? 'MEDIUM' : 'LOW',
      ...(cwe.length > 0 && { cwe: cwe.map((it) => `CWE-${it}`) }),
      recommendation: advice,
      ...(references.length > 0 && { references: [...references] }),
      ...(rest.default && { default: rest.default }),
    },
  };
}

/** Rules about libraries that run, and folders where others do. Shape: as in `Knowledge`. */
export interface LibraryRules {
  readonly rules: readonly Rule[];
  readonly areas: readonly Area[];
}

/** The findings that are wanted, with the severity and the category that are. */
export function asSettled(findings: readonly Finding[], { rules, areas }: LibraryRules): Finding[] {
  const byId = (list: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(list.map((it) => [it.id, it]));
  const folders = areas.map((it) => ({ folder: it.folder, rules: byId(it.rules) }));
  const usual = byId(rules);
  return findings.flatMap((finding) => {
    if (finding.category !== healthCategory || !ids.has(finding.rule)) return [finding];
    const area = folders.find(({ folder }) => isIn(finding.location.file, folder));
    const rule = (area?.rules ?? usual).get(finding.rule);
    return rule ? [changed(finding, rule)] : [];
  });
}

const written = new Map(libraryRules.map((it) => [it.id, it.severity]));

/** What the engine says of one case counts, unless somebody has set the rule. */
function changed(finding: Finding, { id, severity, metadata }: Rule): Finding {
  const said = severities.find((it) => severityWords[it] === severity);
  return {
    ...finding,
    ...(said !== undefined && severity !== written.get(id) && { severity: said }),
    ...(metadata?.category !== undefined && { category: metadata.category }),
  };
}

/** A number that a rule leaves open. */
export function argumentOf({ rules }: LibraryRules, id: string, name: string): number {
  const rule = rules.find((it) => it.id === id) ?? libraryRules.find((it) => it.id === id);
  return Number(rule?.arguments?.[name] ?? 0);
}
