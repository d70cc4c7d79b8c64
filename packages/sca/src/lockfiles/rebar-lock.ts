import { linesOf } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

// {<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
const entry =
  /\{<<"(?<app>[^"]{1,200})">>,\s*\{(?:pkg,\s*<<"(?<name>[^"]{1,200})">>,\s*<<"(?<version>[^"]{1,200})">>|(?<how>git|git_subdir|hg),\s*"(?<address>[^"]{1,1000})",\s*\{(?:ref|tag|branch),\s*"(?<reference>[^"]{1,200})"\})[^}]{0,500}\},\s*(?<level>\d+)\}/g;

/** The lock file of Erlang's rebar3. The number behind an entry says how far it is from the project. */
export const rebarLock: Lockfile = {
  id: 'rebar-lock',
  ecosystem: 'hex',
  files: ['rebar.lock'],
  siblings: [],
  docs: 'https://rebar3.org/docs/workflow/packages/',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const listed = [...manifest.text.matchAll(entry)].slice(0, maxPackages).map((it): Declared => {
      const { app = '', name, version = '', how, address = '', reference = '', level } = it.groups!;
      return {
        name: name ?? app,
        version,
        direct: level === '0',
        location: lines.location(it.index, it.index + it[0].length),
        ...(how === undefined ? {} : { origin: 'git' as const, address: `${address}#${reference}` }),
      };
    });
    if (listed.length === 0 && !/^\s*(?:\[\]\.|\{"[\d.]+",|$)/.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No list of entries: this is no rebar.lock.', 1);
    }
    return { value: declaredPackages(manifest, 'hex', listed), problems: problems.list };
  },
};
