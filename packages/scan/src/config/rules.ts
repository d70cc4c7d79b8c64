import { join } from 'node:path';
import { closed, severities, type Severity, type Value } from '@plumbline/core';
import { Type } from 'typebox';
import { isAddress, type RuleSetting, type RuleSettings } from '../rules/index.ts';

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text);
/** YAML 1.2 reads `on` as a text. */
export const onOff = Type.Union([Type.Enum(['on', 'off']), Type.Boolean()]);

const Setting = Type.Union([
  onOff,
  Type.Enum([...severities]),
  Type.Object(
    {
      on: Type.Optional(onOff),
      severity: Type.Optional(Type.Enum([...severities])),
      category: Type.Optional(text),
      arguments: Type.Optional(Type.Record(text, Type.Union([text, Type.Number(), texts]))),
    },
    closed,
  ),
]);
type Setting = Value<typeof Setting>;

const settings = {
  categories: Type.Optional(Type.Record(text, Setting)),
  ids: Type.Optional(Type.Record(text, Setting)),
} as const;

/** What `plumbline.yaml` may say of rules. */
export const RulesFile = Type.Object(
  {
    defaults: Type.Optional(onOff),
    packs: Type.Optional(texts),
    paths: Type.Optional(texts),
    pages: Type.Optional(Type.String({ pattern: '^https?://' })),
    ...settings,
    in: Type.Optional(Type.Record(text, Type.Object(settings, closed))),
  },
  closed,
);

/**
 * Which rules run, and how.
 *
 * Shape: `paths` are absolute, or addresses. Folders of `areas` are relative to that of the settings, without a slash at
 *        either end.
 */
export interface RulesConfig extends RuleSettings {
  readonly paths: readonly string[];
  readonly defaults: boolean;
  readonly packs: readonly string[];
  /** Address of a folder with the pages of `plumb rules docs`. */
  readonly pages?: string;
  readonly areas: readonly (RuleSettings & { readonly folder: string })[];
}

export function ruleSettings(said: Value<typeof RulesFile>, folder: string): RulesConfig {
  return {
    paths: (said.paths ?? []).map((it) => (isAddress(it) ? it : join(folder, it))),
    defaults: !isOff(said.defaults ?? true),
    packs: said.packs ?? [],
    ...(said.pages !== undefined && { pages: said.pages.replace(/\/*$/, '/') }),
    ...settingsOf(said),
    areas: Object.entries(said.in ?? {}).map(([path, it]) => ({ folder: trimmed(path), ...settingsOf(it) })),
  };
}

interface Said {
  readonly categories?: Readonly<Record<string, Setting>>;
  readonly ids?: Readonly<Record<string, Setting>>;
}

function settingsOf({ categories = {}, ids = {} }: Said): RuleSettings {
  const map = (record: Readonly<Record<string, Setting>>): ReadonlyMap<string, RuleSetting> =>
    new Map(Object.entries(record).map(([name, it]) => [name, settingOf(it)]));
  return { categories: map(categories), ids: map(ids) };
}

function settingOf(said: Setting): RuleSetting {
  if (typeof said === 'boolean' || said === 'on' || said === 'off') return { on: !isOff(said) };
  if (typeof said === 'string') return { on: true, severity: said };
  const { on, ...rest } = said;
  return { on: !isOff(on ?? true), ...rest } satisfies { severity?: Severity; on: boolean };
}

export function isOff(value: unknown): boolean {
  return value === 'off' || value === false;
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
}
