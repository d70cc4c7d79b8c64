import { member, membersOf, readJson, textOf, type JsonObject, type JsonValue } from '../../text/json.ts';
import type { ManifestFormat, Pin, Replacement, Requirement } from './manifest-format.ts';

const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** What npm, pnpm, Yarn and Bun read. */
export const packageJson: ManifestFormat = {
  id: 'package-json',
  ecosystem: 'npm',
  files: /(?:^|\/)package\.json$/,
  docs: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',

  requirements(text) {
    const root = readJson(text).value;
    return lists.flatMap((list) => requirementsIn(member(root, list), text));
  },

  /** Each manager has its own word for it. */
  pin(text, pin, manager) {
    const path = overridePaths[manager];
    let after = text;
    for (const key of path ? keysOf(pin, manager) : []) {
      const root = readJson(after).value;
      if (root?.is !== 'object') return undefined;
      const { start, end, text: part } = setMember(after, root, [...path!, key], pin.version);
      after = after.slice(0, start) + part + after.slice(end);
    }
    return after === text ? undefined : [difference(text, after)];
  },
};

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): Replacement {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Source: npm package.json "overrides", https://pnpm.io/settings#overrides, https://yarnpkg.com/configuration/manifest#resolutions */
const overridePaths: Readonly<Record<string, readonly string[]>> = {
  npm: ['overrides'],
  bun: ['overrides'],
  pnpm: ['pnpm', 'overrides'],
  yarn: ['resolutions'],
  'yarn-classic': ['resolutions'],
};

/** Where several versions are there, the one that is meant is named in the manager's way. */
function keysOf({ name, only }: Pin, manager: string): readonly string[] {
  if (!only) return [name];
  if (manager === 'yarn') return only.ranges.map((it) => `${name}@npm:${it}`);
  if (manager === 'yarn-classic') return only.users.map((it) => `**/${it}/${name}`);
  // Bun knows names alone.
  return manager === 'bun' ? [] : [`${name}@${only.version}`];
}

function requirementsIn(list: JsonValue | undefined, text: string): readonly Requirement[] {
  const members = [...membersOf(list)];
  return members.flatMap(([key, { start, value }], at): readonly Requirement[] => {
    const range = textOf(value);
    // A range that is not written as it is read (`\u005e`) is left alone.
    if (range === undefined || text.slice(value.start + 1, value.end - 1) !== range) return [];
    const alias = /^npm:(?<name>(?:@[^/@]+\/)?[^/@]+)@/.exec(range)?.groups?.['name'];
    const next = members[at + 1]?.[1].start;
    const last = members[at - 1]?.[1].value.end;
    const whole: readonly [number, number] = next !== undefined ? [start, next] : [last ?? start, value.end];
    return [{ name: alias ?? key, range, start: value.start + 1, end: value.end - 1, whole }];
  });
}

/** Sets a member of nested objects; those that are not there are made, with the file's own indentation. */
export function setMember(
  text: string,
  root: JsonObject,
  [key = '', ...rest]: readonly string[],
  value: string,
): Replacement {
  const known = member(root, key);
  if (known?.is === 'object' && rest.length > 0) return setMember(text, known, rest, value);
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const lineStart = text.lastIndexOf('\n', root.start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const written = nested(rest, value, { unit, indent: indent + unit });
  if (known) return { start: known.start, end: known.end, text: written };
  const last = [...membersOf(root)].at(-1)?.[1].value.end;
  const line = `${indent}${unit}${JSON.stringify(key)}: ${written}`;
  if (last !== undefined) return { start: last, end: last, text: `,\n${line}` };
  return { start: root.start + 1, end: root.end - 1, text: `\n${line}\n${indent}` };
}

interface Indentation {
  readonly unit: string;
  readonly indent: string;
}

function nested([key, ...rest]: readonly string[], value: string, { unit, indent }: Indentation): string {
  if (key === undefined) return JSON.stringify(value);
  const inner = nested(rest, value, { unit, indent: indent + unit });
  return `{\n${indent}${unit}${JSON.stringify(key)}: ${inner}\n${indent}}`;
}
