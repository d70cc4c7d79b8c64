import { linesIn, locationInLine, type Line } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { providerName } from './terraform-lock.ts';

/** What a configuration of Terraform asks for: modules always, providers where no lock file says which. */
export const terraformConfig: Lockfile = {
  id: 'terraform-config',
  ecosystem: 'terraform',
  files: ['*.tf', '*.tofu'],
  isShared: true,
  siblings: ['.terraform.lock.hcl'],
  docs: 'https://developer.hashicorp.com/terraform/language/providers/requirements',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isLocked = hasLockAbove(manifest, ['.terraform.lock.hcl']);
    const listed = blocksIn(manifest.text).flatMap((block): readonly Declared[] => {
      if (block.is === 'provider' && isLocked) return [];
      const it = block.is === 'provider' ? providerOf(block) : moduleOf(block);
      return it ? [{ ...it, location: placeOf(manifest, block.line) }] : [];
    });
    return { value: declaredPackages(manifest, 'terraform', listed), problems: problems.list };
  },
};

/** A module, or an entry of `required_providers`. */
interface Block {
  readonly is: 'module' | 'provider';
  readonly name: string;
  readonly line: Line;
  source: string;
  version: string;
}

/** Units: characters of one line. */
const maxLine = 2048;

/** Goes by lines and counts braces: as people format it, not as its grammar would allow. */
function blocksIn(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let [depth, providers] = [0, Number.POSITIVE_INFINITY];
  let open: { readonly block: Block; readonly depth: number } | undefined;
  for (const line of linesIn(text)) {
    if (line.text.length > maxLine) continue;
    const code = line.text.replace(/(?:^|\s)(?:#|\/\/).*$/, '');
    const begun = begunBy(code, line, depth > providers);
    if (begun) {
      blocks.push(begun);
      open = { block: begun, depth };
    }
    if (/^\s*required_providers\s*\{/.test(code)) providers = depth;
    if (open) readFields(open.block, code);
    depth += count(code, '{') - count(code, '}');
    if (open && depth <= open.depth) open = undefined;
    if (depth <= providers && !/required_providers/.test(code)) providers = Number.POSITIVE_INFINITY;
  }
  return blocks;
}

function begunBy(code: string, line: Line, isInProviders: boolean): Block | undefined {
  const module = /^\s*module\s+"([^"]+)"\s*\{/.exec(code)?.[1];
  if (module !== undefined) return { is: 'module', name: module, line, source: '', version: '' };
  const [, name = '', short] = (isInProviders && /^\s*"?([\w-]+)"?\s*=\s*(?:\{|"([^"]*)")/.exec(code)) || [];
  if (name === '' || /^(?:source|version|configuration_aliases)$/.test(name)) return undefined;
  return { is: 'provider', name, line, source: '', version: short ?? '' };
}

function readFields(block: Block, code: string): void {
  for (const [, key, value] of code.matchAll(/\b(source|version)\s*=\s*"([^"]*)"/g)) {
    if (key === 'source') block.source ||= value!;
    else block.version ||= value!;
  }
}

function count(code: string, mark: string): number {
  return code.split(mark).length - 1;
}

type Found = Omit<Declared, 'location'>;

function providerOf({ name, source, version }: Block): Found {
  return { name: providerName(source === '' ? name : source), ...ranged(version) };
}

/** Modules of a registry have three parts, or four with its host; others are folders and addresses. */
function moduleOf({ source, version }: Block): Found | undefined {
  if (source === '' || source.length > 500 || /^\.{0,2}\//.test(source) || source.includes('${')) return undefined;
  const [address = ''] = source.split('?');
  if (
    /^(?:[\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/.test(source) &&
    !/^(?:github|bitbucket)\.(?:com|org)\//.test(source)
  ) {
    return { name: address.replace(/\/\/.*$/, '').replace(/^registry\.[^/]*\//, ''), ...ranged(version) };
  }
  const reference = /[?&]ref=([\w./-]+)/.exec(source)?.[1] ?? '';
  const bare = address
    .replace(/^git::/, '')
    .replace(/^(?:https?|ssh|git):\/\//, '')
    .replace(/^[^@/]*@/, '');
  const name = bare.replace(/(\.git)?(?:\/\/.*)?$/, '').replace(':', '/');
  return { name, version: reference, origin: 'git', address: `${address.replace(/^git::/, '')}#${reference}` };
}

function ranged(range: string): { readonly version: string; readonly requested?: string } {
  const version = /^=?\s*(\d[\w.+-]*)$/.exec(range)?.[1] ?? '';
  return { version, ...(range === '' ? {} : { requested: range }) };
}

function placeOf({ path }: Manifest, { text, number }: Line): Declared['location'] {
  const indent = text.length - text.trimStart().length;
  return locationInLine(path, number, indent + 1, text.trim().length);
}
