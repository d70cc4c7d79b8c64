import { relative, sep } from 'node:path';
import { isIn, type RuleChoice } from './rules/index.ts';
import type { Target } from './target.ts';

/** What a call says of rules, beside the settings. */
export interface AskedRules {
  /** Absolute files and folders, or addresses. */
  readonly rules?: readonly string[];
  readonly defaultRules?: boolean;
  readonly packs?: readonly string[];
}

/** Which rules run, by the project's settings and by what was asked for now. */
export function ruleChoice({ root, config }: Target, asked: AskedRules): RuleChoice {
  const { rules } = config;
  // Settings may lie above the scanned folder: what they say of a folder around it is said of all of it.
  const above = relative(config.folder, root).split(sep).join('/');
  const areas = rules.areas.flatMap(({ folder, ...it }) => {
    if (isIn(above, folder)) return [{ ...it, folder: '' }];
    return isIn(folder, above) ? [{ ...it, folder: folder.slice(above === '' ? 0 : above.length + 1) }] : [];
  });
  return {
    categories: rules.categories,
    ids: rules.ids,
    areas,
    paths: [...rules.paths, ...(asked.rules ?? [])],
    defaults: (asked.defaultRules ?? true) && rules.defaults,
    packs: asked.packs?.length ? asked.packs : rules.packs,
    cwd: config.folder,
  };
}
