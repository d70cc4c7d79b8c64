/** The parts of a package URL, decoded and as its type writes them. */
export interface PackageUrl {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

/** What a type asks of its package URLs. Source: https://github.com/package-url/purl-spec/tree/main/types */
interface Type {
  /** Parts that are written in small letters. */
  readonly lower?: readonly ('namespace' | 'name' | 'version')[];
  readonly namespace?: 'required' | 'prohibited';
  readonly fix?: (name: string, qualifiers: Readonly<Record<string, string>>) => string;
  readonly name?: RegExp;
  readonly version?: RegExp;
  /** Qualifiers that must be there. */
  readonly needs?: readonly string[];
  /** Names have parts of their own, behind a namespace of one part. */
  readonly deep?: true;
  /** Keys of qualifiers are read in any case, as the specification's tests want it of this type. */
  readonly anyCase?: true;
}

const lowered: Type = { lower: ['namespace', 'name'] };
const types: Readonly<Record<string, Type>> = {
  alpm: lowered,
  apk: lowered,
  bitbucket: lowered,
  bitnami: lowered,
  brew: lowered,
  'chrome-extension': { name: /^[a-p]{32}$/, version: /^\d{1,5}(?:\.\d{1,5}){0,3}$/, namespace: 'prohibited' },
  composer: lowered,
  cpan: { name: /^(?:(?!::).)*$/ },
  cran: { namespace: 'prohibited' },
  deb: lowered,
  git: { ...lowered, deep: true },
  github: lowered,
  hackage: { namespace: 'prohibited' },
  hex: lowered,
  huggingface: { lower: ['version'] },
  julia: { needs: ['uuid'] },
  maven: { anyCase: true },
  mlflow: {
    // Databricks does not tell letters apart, Azure ML does.
    fix: (name, { repository_url: host = '' }) => (host.includes('databricks') ? name.toLowerCase() : name),
  },
  oci: { lower: ['name'], namespace: 'prohibited' },
  opam: { namespace: 'prohibited' },
  otp: { namespace: 'prohibited', lower: ['name'] },
  pub: { lower: ['name'], namespace: 'prohibited' },
  pypi: { lower: ['name'], fix: (name) => name.replaceAll('_', '-') },
  rpm: { lower: ['namespace'] },
  swift: { namespace: 'required' },
  vcpkg: { namespace: 'prohibited' },
  'vscode-extension': { lower: ['namespace', 'name'], namespace: 'required' },
};

/** Units: characters. */
const longest = 4096;

/**
 * Reads a package URL; undefined for what is none, or what its type does not allow. `lenient` = keys in any case, as others
 * write them.
 *
 * Source: ECMA-427, and https://github.com/package-url/purl-spec/blob/main/docs/how-to-parse.md
 */
export function readPackageUrl(text: string, lenient = false): PackageUrl | undefined {
  if (text.length > longest || !/^pkg:/i.test(text)) return undefined;
  const [beforeSubpath, subpath] = cutLast(text.slice('pkg:'.length), '#');
  const [beforeQualifiers, query] = cutLast(beforeSubpath, '?');
  const path = beforeQualifiers.replace(/^\/+/, '');
  const slash = path.indexOf('/');
  const type = path.slice(0, Math.max(0, slash)).toLowerCase();
  const { deep = false, anyCase = false } = types[type] ?? {};
  const qualifiers = qualifiersIn(query, lenient || anyCase);
  if (!qualifiers || slash < 1) return undefined;
  const named = namesIn(path.slice(slash + 1), deep);
  return named && packageUrl({ type, ...named, qualifiers, subpath: folders(subpath) });
}

function namesIn(path: string, deep: boolean): Pick<PackageUrl, 'namespace' | 'name' | 'version'> | undefined {
  const [names, version] = versionIn(path);
  const parts = names.split('/').map(decoded);
  if (parts.includes(undefined)) return undefined;
  const split = deep ? 1 : parts.length - 1;
  const namespace = parts.slice(0, split).filter((it) => it !== '');
  return {
    name: parts.slice(split).join('/'),
    ...(namespace.length > 0 && { namespace: namespace.join('/') }),
    ...(version !== undefined && { version: decoded(version) ?? version }),
  };
}

/** The parts as their type writes them; undefined if it does not allow them. */
export function packageUrl({
  type,
  namespace,
  name,
  version,
  qualifiers,
  subpath,
}: PackageUrl): PackageUrl | undefined {
  const rules = types[type] ?? {};
  const written = (part: 'namespace' | 'name' | 'version', value: string): string =>
    rules.lower?.includes(part) ? value.toLowerCase() : value;
  const lower = written('name', name);
  const made: PackageUrl = {
    type,
    name: rules.fix?.(lower, qualifiers) ?? lower,
    ...(namespace && { namespace: written('namespace', namespace) }),
    ...(version && { version: written('version', version) }),
    qualifiers: sorted(qualifiers),
    ...(subpath && { subpath }),
  };
  return isAllowed(made, rules) ? made : undefined;
}

function sorted(qualifiers: PackageUrl['qualifiers']): PackageUrl['qualifiers'] {
  const said = Object.entries(qualifiers).filter(([, value]) => value !== '');
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isAllowed({ type, namespace, name, version, qualifiers }: PackageUrl, rules: Type): boolean {
  return (
    /^[a-z][a-z0-9.-]*$/.test(type) &&
    isNamespace(namespace, rules) &&
    Object.keys(qualifiers).every((key) => /^[a-z][a-z0-9._-]*$/.test(key)) &&
    (rules.needs ?? []).every((key) => qualifiers[key]) &&
    (rules.name ?? /./).test(name) &&
    (rules.version ?? /^/).test(version ?? '1')
  );
}

function isNamespace(namespace: string | undefined, { namespace: rule }: Type): boolean {
  if (rule === 'required') return Boolean(namespace);
  return rule !== 'prohibited' || !namespace;
}

/** The canonical text. */
export function writePackageUrl({ type, namespace, name, version, qualifiers, subpath }: PackageUrl): string {
  const names = types[type]?.deep ? name.split('/') : [name];
  const path = [...(namespace?.split('/') ?? []), ...names].map(encoded).join('/');
  const query = Object.entries(qualifiers).map(([key, value]) => `${key}=${encoded(value)}`);
  const parts = subpath?.split('/').map(encoded).join('/');
  return [
    `pkg:${type}/${path}`,
    version === undefined ? '' : `@${encoded(version)}`,
    query.length === 0 ? '' : `?${query.join('&')}`,
    parts === undefined ? '' : `#${parts}`,
  ].join('');
}

function cutLast(text: string, mark: string): [string, string | undefined] {
  const at = text.lastIndexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The last `@` of the last part; that of a scope is in one before. */
function versionIn(path: string): [names: string, version: string | undefined] {
  const at = path.lastIndexOf('@');
  return at === -1 || at < path.lastIndexOf('/') ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

function qualifiersIn(query: string | undefined, anyCase: boolean): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const pair of (query ?? '').split('&')) {
    if (pair === '') continue;
    const [written = '', ...value] = pair.split('=');
    const key = anyCase ? written.toLowerCase() : written;
    const text = decoded(value.join('='));
    if (key === '' || text === undefined || Object.hasOwn(found, key)) return undefined;
    Object.defineProperty(found, key, { value: text, enumerable: true });
  }
  return found;
}

function folders(path = ''): string {
  const parts = path.split('/').filter((it) => it !== '' && it !== '.' && it !== '..');
  return parts.map((it) => decoded(it) ?? it).join('/');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // expected: a stray percent sign
  }
}

/** Percent-encodes all but what the specification leaves bare. */
export function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}
