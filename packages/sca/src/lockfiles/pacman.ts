import { linesIn, locationInLine } from '../text/lines.ts';
import { plainPath, type Owners } from './installed-files.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { releaseFiles } from './os-release.ts';
import { rootOf, systemPackages } from './system-packages.ts';

/** A package that pacman has installed: a file for each, of headings in percent signs and lists below them. */
export const pacman: Lockfile = {
  id: 'pacman',
  ecosystem: 'alpm',
  files: ['var/lib/pacman/local/*/desc'],
  siblings: [...releaseFiles, 'var/lib/pacman/local/*/files'],
  docs: 'https://man.archlinux.org/man/alpm-local.5',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const sections = sectionsIn(manifest.text);
    const first = (heading: string): string => sections.get(heading)?.lines[0] ?? '';
    const [name, version] = [first('NAME'), first('VERSION')];
    if (name === '' || version === '') {
      problems.add('not-a-lockfile', 'No name or no version: this is no package of pacman.', 1);
      return { value: [], problems: problems.list };
    }
    const base = first('BASE');
    const installed = {
      name,
      version,
      location: locationInLine(manifest.path, sections.get('NAME')!.line + 1, 1, name.length),
      architecture: first('ARCH'),
      builtFrom: base === '' || base === name ? undefined : { name: base, version },
      licenses: sections.get('LICENSE')?.lines ?? [],
      // 1 = it was brought for another.
      direct: first('REASON') !== '1',
    };
    const system = { ecosystem: 'alpm', root: systemRoot(manifest.path) } as const;
    return { value: systemPackages(manifest, system, [installed]), problems: problems.list };
  },

  system: {
    rootOf: systemRoot,
    owners({ path, text, project }, wanted) {
      const owners: Owners = new Map();
      const name = sectionsIn(text).get('NAME')?.lines[0] ?? '';
      const files = sectionsIn(project.text(path.replace(/desc$/, 'files')) ?? '').get('FILES')?.lines ?? [];
      for (const it of files.map(plainPath)) if (wanted.has(it)) owners.set(it, `${path}#${name}`);
      return owners;
    },
  },
};

function systemRoot(path: string): string {
  return rootOf(path, 6);
}

interface Section {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Units: lines. The largest packages have some ten thousand files. */
const maxLines = 500_000;

function sectionsIn(text: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, { line: number; lines: string[] }>();
  let open: { line: number; lines: string[] } | undefined;
  for (const { text: line, number } of linesIn(text)) {
    if (number > maxLines) break;
    const heading = /^%([A-Z\d_]{1,40})%$/.exec(line)?.[1];
    if (heading !== undefined) {
      open = sections.get(heading) ?? { line: number, lines: [] };
      sections.set(heading, open);
    } else if (line.trim() !== '') open?.lines.push(line.trim().slice(0, 4096));
  }
  return sections;
}
