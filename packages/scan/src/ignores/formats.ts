import { parse as parseToml } from 'smol-toml';
import type { Ignore, IgnoreFormat } from './ignore.ts';
import { dayOf, textAt, textsAt, valueAt, yamlFile } from './yaml-file.ts';

/** What scanners of libraries let people write down, all read as the same thing. */
export const ignoreFormats: readonly IgnoreFormat[] = [
  /** Source: https://google.github.io/osv-scanner/configuration/ */
  {
    of: 'osv-scanner',
    names: ['osv-scanner.toml'],
    read(text, at) {
      const toml: unknown = parseToml(text);
      const line = lineFinder(text);
      const vulnerabilities = listAt(toml, 'IgnoredVulns').map((it) =>
        made(at, {
          line: line(textAt(it, 'id')),
          ids: one(textAt(it, 'id')),
          reason: textAt(it, 'reason'),
          until: dayOf(textAt(it, 'ignoreUntil') ?? undefined),
        }),
      );
      const packages = listAt(toml, 'PackageOverrides').filter(
        (it) => valueAt(it, 'ignore') === true || valueAt(valueAt(it, 'vulnerability'), 'ignore') === true,
      );
      return [
        ...vulnerabilities,
        ...packages.map((it) =>
          made(at, {
            line: line(textAt(it, 'name')),
            packages: [named(textAt(it, 'name'), textAt(it, 'version'))],
            reason: textAt(it, 'reason'),
            until: dayOf(textAt(it, 'effectiveUntil')),
          }),
        ),
      ];
    },
  },
  /** Source: https://trivy.dev/latest/docs/configuration/filtering/#trivyignore */
  {
    of: 'trivy',
    names: ['.trivyignore'],
    read: (text, at) =>
      text.split('\n').flatMap((written, index, lines) => {
        const [said = '', comment] = written.split('#', 2);
        const [id, ...rest] = said.trim().split(/\s+/);
        if (!id) return [];
        const until = rest.map((it) => /^exp:(.+)$/.exec(it)?.[1]).find((it) => it !== undefined);
        // A reason stands behind the id, or alone on the line before it.
        const before = index === 0 ? undefined : /^\s*#\s*(\S.*)$/.exec(lines[index - 1]!)?.[1];
        return [made(at, { line: index + 1, ids: [id], reason: comment?.trim() || before, until: dayOf(until) })];
      }),
  },
  /** Source: https://trivy.dev/latest/docs/configuration/filtering/#trivyignoreyaml */
  {
    of: 'trivy (YAML)',
    names: ['.trivyignore.yaml', '.trivyignore.yml'],
    read(text, at) {
      const { list } = yamlFile(text);
      return ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'].flatMap((kind) =>
        list(kind).map(({ value, line }) =>
          made(at, {
            line,
            ids: one(textAt(value, 'id')),
            paths: textsAt(value, 'paths'),
            packages: textsAt(value, 'purls'),
            reason: textAt(value, 'statement'),
            until: dayOf(textAt(value, 'expired_at')),
          }),
        ),
      );
    },
  },
  /** Source: https://github.com/anchore/grype#specifying-matches-to-ignore */
  {
    of: 'grype',
    names: ['.grype.yaml', '.grype.yml'],
    read: (text, at) =>
      yamlFile(text)
        .list('ignore')
        .flatMap(({ value, line }) => {
          const wanted = valueAt(value, 'package');
          const id = textAt(value, 'vulnerability');
          const name = textAt(wanted, 'name');
          const place = textAt(wanted, 'location');
          // The rest chooses by what only Grype knows: a distribution's namespace, the state of a fix.
          if (id === undefined && name === undefined && place === undefined) return [];
          return [
            made(at, {
              line,
              ids: one(id),
              packages: name === undefined ? undefined : [named(name, textAt(wanted, 'version'))],
              paths: one(place?.replace(/^\//, '')),
              reason: textAt(value, 'reason') ?? textAt(value, 'vex-justification'),
            }),
          ];
        }),
  },
  /** Source: https://docs.snyk.io/manage-risk/policies/the-.snyk-file */
  {
    of: 'snyk',
    names: ['.snyk'],
    read: (text, at) =>
      yamlFile(text)
        .map('ignore')
        .flatMap(({ key, value, line }) =>
          (Array.isArray(value) ? value : []).flatMap((entry: unknown) =>
            Object.entries(typeof entry === 'object' && entry !== null ? entry : {}).map(([path, said]) => {
              const last = path.split('>').at(-1)!.trim();
              return made(at, {
                line,
                ids: [key],
                // A way through the graph ends at the library; a `*` is any.
                packages: last === '*' || last === '' ? undefined : [last],
                reason: textAt(said, 'reason'),
                until: dayOf(textAt(said, 'expires')),
              });
            }),
          ),
        ),
  },
];

type Said = { readonly [K in 'ids' | 'packages' | 'paths']?: readonly string[] | undefined } & {
  readonly line: number;
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
};

function made({ file, folder }: Pick<Ignore, 'file' | 'folder'>, said: Said): Ignore {
  const { line, ...rest } = said;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), file, folder, line };
}

function one(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : [text];
}

function named(name = '*', version?: string): string {
  return version === undefined || version === '' ? name : `${name}@${version}`;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = valueAt(value, key);
  return Array.isArray(found) ? found : [];
}

/** TOML is read without places: an entry is where its name stands for the first time. */
function lineFinder(text: string): (name: string | undefined) => number {
  const lines = text.split('\n');
  return (name) =>
    Math.max(
      0,
      lines.findIndex((it) => name !== undefined && it.includes(name)),
    ) + 1;
}
