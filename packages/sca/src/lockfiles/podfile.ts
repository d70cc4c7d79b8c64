import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a project asks CocoaPods for, where its lock file is missing. The file is read, never run. */
export const podfile: Lockfile = {
  id: 'podfile',
  ecosystem: 'cocoapods',
  files: ['Podfile'],
  isShared: true,
  siblings: ['Podfile.lock'],
  docs: 'https://guides.cocoapods.org/syntax/podfile.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['Podfile.lock'])) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'cocoapods', podsIn(manifest)), problems: problems.list };
  },
};

const pod = /^\s*pod\s*\(?\s*(["'])(?<name>[\w.+/-]{1,200})\1(?<rest>.*)$/;

function podsIn({ path, text }: Manifest): readonly Declared[] {
  const listed: Declared[] = [];
  let isTest = false;
  for (const { text: line, number } of linesIn(text)) {
    const code = line.length <= 1000 ? line.replace(/(?:^|\s)#.*$/, '').trimEnd() : '';
    const target = /^\s*(?:abstract_)?target\s+["']([^"']+)["']/.exec(code)?.[1];
    if (target !== undefined) isTest = /tests?$/i.test(target);
    const { name = '', rest = '' } = pod.exec(code)?.groups ?? {};
    if (name === '' || listed.length >= maxPackages) continue;
    const indent = code.length - code.trimStart().length;
    const location = locationInLine(path, number, indent + 1, code.trim().length);
    listed.push({ name, ...wishOf(rest), scopes: [isTest ? 'test' : 'runtime'], location });
  }
  return listed;
}

function wishOf(rest: string): Omit<Declared, 'name' | 'location'> {
  const [, kind, address = ''] = /:?\b(git|path|podspec)(?::|\s*=>)\s*["']([^"']{1,500})["']/.exec(rest) ?? [];
  if (kind !== undefined) {
    const commit = /:?\b(?:commit|tag)(?::|\s*=>)\s*["']([^"']{1,200})["']/.exec(rest)?.[1] ?? '';
    return kind === 'git'
      ? { version: '', origin: 'git', address: `${address}#${commit}` }
      : { version: '', origin: 'file' };
  }
  const requested = /^\s*,\s*["']\s*((?:[<>=~]{1,2}\s*)?\d[\w.]{0,100})\s*["']/.exec(rest)?.[1] ?? '';
  const version = /^=?\s*(\d[\w.]*)$/.exec(requested)?.[1] ?? '';
  return { version, ...(requested === '' ? {} : { requested }) };
}
