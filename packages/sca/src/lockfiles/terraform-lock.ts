import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** The lock file of Terraform and OpenTofu: the providers that a configuration runs with. */
export const terraformLock: Lockfile = {
  id: 'terraform-lock',
  ecosystem: 'terraform',
  files: ['.terraform.lock.hcl'],
  siblings: [],
  docs: 'https://developer.hashicorp.com/terraform/language/files/dependency-lock',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed = providersIn(manifest);
    if (listed.length === 0 && !isBlank(manifest.text)) {
      problems.add('not-a-lockfile', 'No provider: this is no lock file of Terraform.', 1);
    }
    return { value: declaredPackages(manifest, 'terraform', listed), problems: problems.list };
  },
};

/** Nothing but comments. */
function isBlank(text: string): boolean {
  return ![...linesIn(text.slice(0, 10_000))].some((it) => /^\s*[^\s#]/.test(it.text));
}

function providersIn({ path, text }: Manifest): readonly Declared[] {
  const listed: Declared[] = [];
  let open: { name: string; version: string; requested: string; line: number; length: number } | undefined;
  for (const { text: long, number } of linesIn(text)) {
    const line = long.slice(0, 2048);
    const name = /^\s*provider\s+"([^"]+)"\s*\{/.exec(line)?.[1];
    if (name !== undefined)
      open = { name: providerName(name), version: '', requested: '', line: number, length: line.trimEnd().length };
    const [, key, value] = /^\s+(version|constraints)\s*=\s*"([^"]*)"/.exec(line) ?? [];
    if (open && key === 'version') open.version = value!;
    if (open && key === 'constraints') open.requested = value!;
    if (!open || !line.startsWith('}')) continue;
    const { requested } = open;
    const location = locationInLine(path, open.line, 1, open.length);
    listed.push({ name: open.name, version: open.version, location, ...(requested === '' ? {} : { requested }) });
    open = undefined;
  }
  return listed;
}

/** A provider of the usual registry goes without its host. */
export function providerName(address: string): string {
  const parts = address.split('/');
  if (parts.length === 1) return `hashicorp/${address}`;
  return parts.length === 3 && parts[0]!.startsWith('registry.') ? parts.slice(1).join('/') : address;
}
