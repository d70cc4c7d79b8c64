import type { Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract, resolverOf, type ResolutionRound } from '../../index.ts';

/** What a repository has: `group:artifact:version` with what stands in its pom, and versions by name. */
interface World {
  readonly poms: Readonly<Record<string, string>>;
  readonly versions?: Readonly<Record<string, readonly string[]>>;
}

function written(coordinates: string, content: string): string {
  const [groupId = '', artifactId = '', version = ''] = coordinates.split(':');
  return `<project>
<groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>
${content}
</project>`;
}

/** `x:a:1`, with more elements behind it. */
function needs(...list: readonly (string | readonly [coordinates: string, more: string])[]): string {
  const one = (it: string | readonly [string, string]): string => {
    const [coordinates, more] = typeof it === 'string' ? [it, ''] : it;
    const [groupId = '', artifactId = '', version = ''] = coordinates.split(':');
    const said = version === '' ? '' : `<version>${version}</version>`;
    return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${said}${more}</dependency>`;
  };
  return `<dependencies>\n${list.map(one).join('\n')}\n</dependencies>`;
}

const managed = (list: string): string => `<dependencyManagement>${list}</dependencyManagement>`;

function resolve(files: Readonly<Record<string, string>>, { poms, versions = {} }: World): ResolutionRound {
  const project = { paths: Object.keys(files), read: (path: string) => Buffer.from(files[path]!) };
  const round = resolverOf(project, extract(project).value);
  // As who fetches does: what is missed is known in the next round.
  const asked = new Set<string>();
  for (;;) {
    const found = round({
      answer({ is, name, version }) {
        const key = `${is} ${name} ${version}`;
        if (!asked.has(key)) return undefined;
        const value = is === 'maven-versions' ? versions[name] : poms[`${name}:${version}`];
        if (value === undefined) return { is: 'absent', reason: 'nobody has it' };
        const text = typeof value === 'string' ? written(`${name}:${version}`, value) : value;
        return { is: 'known', value: text as never };
      },
    });
    if (found.missing.length === 0) return found;
    for (const { is, name, version } of found.missing) asked.add(`${is} ${name} ${version}`);
  }
}

const short = (it: Package): string =>
  `${it.name}@${it.version} ${it.scopes.join()}${it.direct ? ' direct' : ''}${it.resolved ? '' : ' pinned'}`;

function tree(own: string, world: World): string[] {
  return resolve({ 'pom.xml': written('own:app:1', own) }, world).packages.map(short);
}

test('the nearest version, of equally near ones the first; told where the project asks for it', () => {
  const world = {
    poms: {
      'x:a:1': needs('x:c:1'),
      'x:b:1': needs('x:c:2', 'x:d:1'),
      'x:c:1': '',
      'x:c:2': '',
      'x:d:1': needs('x:e:9'),
      'x:e:9': '',
      'x:e:1': '',
    },
  };
  const { packages, problems } = resolve({ 'pom.xml': written('own:app:1', needs('x:a:1', 'x:b:1', 'x:e:1')) }, world);
  expect(problems).toEqual([]);
  expect(packages.map((it) => `${short(it)} ${it.location.start.line}`)).toEqual([
    'x:a@1 runtime direct pinned 4',
    'x:b@1 runtime direct pinned 5',
    'x:e@1 runtime direct pinned 6',
    'x:c@1 runtime 4',
    'x:d@1 runtime 5',
  ]);
  expect(packages[1]!.dependencies).toEqual([
    { id: 'pom.xml#x:c', requested: '2' },
    { id: 'pom.xml#x:d', requested: '1' },
  ]);
  expect(packages[3]!.purl).toBe('pkg:maven/x/c@1');
});

test('scopes: of several ways the widest counts; tests of others, what they are given and what is optional is left out', () => {
  const scope = (it: string): string => `<scope>${it}</scope>`;
  const world = {
    poms: {
      'x:t:1': needs('x:c:1', ['x:r:1', scope('runtime')]),
      'x:p:1': needs('x:q:1'),
      'x:a:1': needs(
        'x:c:1',
        ['x:no:1', scope('test')],
        ['x:not:1', scope('provided')],
        ['x:maybe:1', '<optional>true</optional>'],
      ),
      'x:c:1': needs('x:d:1'),
      'x:d:1': '',
      'x:r:1': '',
      'x:q:1': '',
    },
  };
  expect(tree(needs(['x:t:1', scope('test')], ['x:p:1', scope('provided')], 'x:a:1'), world)).toEqual([
    'x:t@1 test direct pinned',
    'x:p@1 build direct pinned',
    'x:a@1 runtime direct pinned',
    'x:c@1 runtime',
    'x:r@1 test',
    'x:q@1 build',
    'x:d@1 runtime',
  ]);
});

test('what the project manages goes before what others ask for, parents and imports with it', () => {
  const world = {
    poms: {
      'org:parent:1': `${managed(needs('x:c:3'))}<properties><a.version>1</a.version></properties>`,
      'org:bom:1': managed(needs('x:d:5', 'x:c:4')),
      'x:a:1': `${managed(needs('x:e:7'))}${needs('x:c:1', 'x:d:1', 'x:e')}`,
      'x:c:3': '',
      'x:d:5': '',
      'x:e:7': '',
    },
  };
  const own = `<project><parent><groupId>org</groupId><artifactId>parent</artifactId><version>1</version></parent>
<artifactId>app</artifactId>
${managed(needs(['org:bom:1', '<type>pom</type><scope>import</scope>']))}
${needs('x:a:${a.version}')}</project>`;
  const { packages, problems } = resolve({ 'pom.xml': own }, world);
  expect(packages.map(short)).toEqual([
    'x:a@1 runtime direct pinned',
    'x:c@3 runtime',
    'x:d@5 runtime',
    'x:e@7 runtime',
  ]);
  expect(problems).toEqual([]);
});

test('exclusions count on all of the way below, with stars', () => {
  const exclude = (...names: readonly string[]): string =>
    `<exclusions>${names.map((it) => `<exclusion><groupId>${it.split(':')[0]!}</groupId><artifactId>${it.split(':')[1]!}</artifactId></exclusion>`).join('')}</exclusions>`;
  const world = {
    poms: { 'x:a:1': needs('x:b:1'), 'x:b:1': needs('x:c:1', 'y:c:1', 'y:d:1'), 'x:c:1': '', 'y:c:1': '', 'y:d:1': '' },
  };
  const names = (...excluded: readonly string[]): string[] =>
    tree(needs(['x:a:1', exclude(...excluded)]), world)
      .slice(1)
      .map((it) => it.split('@')[0]!);
  expect(names('x:c')).toEqual(['x:b', 'y:c', 'y:d']);
  expect(names('y:*')).toEqual(['x:b', 'x:c']);
  expect(names('*:c')).toEqual(['x:b', 'y:d']);
  expect(names('*:*')).toEqual([]);
});

test('ranges take the highest version; one that is insisted on overrules what is nearer', () => {
  const world = {
    poms: { 'x:a:1': needs('x:c:[2,3)'), 'x:c:1': '', 'x:c:2.0': '', 'x:c:2.9': needs('x:d:1'), 'x:d:1': '' },
    versions: { 'x:c': ['1', '2.0', '2.9', '3', '3.1'] },
  };
  expect(tree(needs('x:c:(,3)'), world)).toEqual(['x:c@2.9 runtime direct', 'x:d@1 runtime']);
  expect(tree(needs('x:a:1', 'x:c:1'), world)).toEqual([
    'x:a@1 runtime direct pinned',
    'x:c@2.9 runtime direct',
    'x:d@1 runtime',
  ]);
  expect(tree(needs('x:c:[2.0]'), world)).toEqual(['x:c@2.0 runtime direct pinned']);
});

test('what has moved is followed; modules of the project are its own', () => {
  const moved =
    '<distributionManagement><relocation><groupId>y</groupId><version>2</version></relocation></distributionManagement>';
  const world = { poms: { 'x:a:1': moved, 'y:a:2': needs('x:c:1'), 'x:c:1': '' } };
  expect(tree(needs('x:a:1'), world)).toEqual(['y:a@2 runtime direct', 'x:c@1 runtime']);
  // What it is called now is managed, and one with what is called so already.
  const without = '<exclusions><exclusion><groupId>x</groupId><artifactId>c</artifactId></exclusion></exclusions>';
  expect(tree(managed(needs(['y:a:2', without])) + needs('x:a:1'), world)).toEqual(['y:a@2 runtime direct']);
  expect(tree(needs('y:a:2', 'x:a:1'), world)).toEqual([
    'y:a@2 runtime direct pinned',
    'y:a@2 runtime direct',
    'x:c@1 runtime',
  ]);

  const { packages } = resolve(
    {
      'web/pom.xml': written('own:web:1', needs('own:core:1')),
      'core/pom.xml': written('own:core:1', needs('x:c:1')),
    },
    world,
  );
  expect(packages.map((it) => `${it.id} ${it.origin} ${it.version}`)).toEqual([
    'core/pom.xml#x:c registry 1',
    'web/pom.xml#own:core workspace 1',
    'web/pom.xml#x:c registry 1',
  ]);
});

test('what cannot be resolved is told with what asks for it; the rest stays', () => {
  const { packages, problems } = resolve(
    { 'pom.xml': written('own:app:1', needs('x:a:1', 'x:none', 'x:range:[1,2)')) },
    { poms: { 'x:a:1': needs('x:gone:1') }, versions: { 'x:range': ['3'] } },
  );
  expect(packages.map(short)).toEqual([
    'x:a@1 runtime direct pinned',
    'x:none@ runtime direct pinned',
    'x:range@ runtime direct pinned',
    'x:gone@1 runtime',
  ]);
  expect(problems.map((it) => `${it.line} ${it.message}`)).toEqual([
    '5 No version is known for x:none, x:range.',
    '5 Not resolved: x:none: nobody says which version.',
    '6 Not resolved: x:range [1,2): no version is in the range.',
    '4 Not resolved: x:gone 1 (asked for by x:a 1): nobody has it.',
  ]);
});

test('artifacts that ask for each other, and parents of themselves, end', () => {
  const world = {
    poms: {
      'x:a:1': `<parent><groupId>x</groupId><artifactId>a</artifactId><version>1</version></parent>${needs('x:b:1')}`,
      'x:b:1': needs('x:a:1', 'x:b:2'),
      'x:b:2': '',
    },
  };
  expect(tree(needs('x:a:1'), world)).toEqual(['x:a@1 runtime direct pinned', 'x:b@1 runtime']);
});
