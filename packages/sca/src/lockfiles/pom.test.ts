import type { Package, Read } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(
  files: Readonly<Record<string, string>>,
  published: Readonly<Record<string, string>> = {},
): Read<readonly Package[]> {
  return extract({
    paths: Object.keys(files),
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
    pom: (...coordinates) => published[coordinates.join(':')],
  });
}

const dependency = (name: string, more = ''): string =>
  `<dependency><groupId>${name.split(':')[0]!}</groupId><artifactId>${name.split(':')[1]!}</artifactId>${more}</dependency>`;

const version = (it: string): string => `<version>${it}</version>`;

function pom(coordinates: string, ...parts: readonly string[]): string {
  const [groupId, artifactId, v] = coordinates.split(':');
  return `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <groupId>${groupId!}</groupId><artifactId>${artifactId!}</artifactId><version>${v!}</version>
  ${parts.join('\n  ')}
</project>`;
}

const short = (it: Package): string => `${it.name}@${it.version} ${it.scopes.join()} ${it.origin}`;

test('reads scopes, properties, ranges, and the line of each dependency', () => {
  const { value, problems } = read({
    'pom.xml': pom(
      'com.shop:app:1.0',
      '<properties><a.version>1.2</a.version><b.version>${a.version}.3</b.version></properties>',
      '<dependencies>',
      dependency('x.y:a', version('${b.version}')),
      dependency('x.y:b', `${version('2.0')}<scope>test</scope>`),
      dependency('x.y:c', `${version('3.0')}<scope>provided</scope>`),
      dependency('x.y:d', `${version('4.0')}<optional>true</optional>`),
      dependency('x.y:e', version('[5.0]')),
      dependency('x.y:f', version('[6.0,7.0)')),
      dependency('${project.groupId}:g', version('${project.version}')),
      dependency('x.y:h', `${version('8.0')}<scope>system</scope><systemPath>/lib/h.jar</systemPath>`),
      dependency('x.y:i', `${version('9.0')}<type>test-jar</type><classifier>tests</classifier>`),
      '</dependencies>',
    ),
  });
  expect(value.map(short)).toEqual([
    'x.y:a@1.2.3 runtime registry',
    'x.y:b@2.0 test registry',
    'x.y:c@3.0 build registry',
    'x.y:d@4.0 optional registry',
    'x.y:e@5.0 runtime registry',
    'x.y:f@ runtime registry',
    'com.shop:g@1.0 runtime registry',
    'x.y:h@8.0 runtime file',
    'x.y:i@9.0 runtime registry',
  ]);
  expect(value[0]).toMatchObject({
    id: 'pom.xml#x.y:a',
    purl: 'pkg:maven/x.y/a@1.2.3',
    requested: '1.2.3',
    direct: true,
    location: { start: { line: 6, column: 3 }, end: { line: 6 } },
  });
  expect(value[8]?.id).toBe('pom.xml#x.y:i:test-jar:tests');
  expect(problems).toEqual([
    { code: 'version-unknown', message: 'No version is known for x.y:f.', file: 'pom.xml', line: 11 },
  ]);
});

test('inherits from parents, manages, imports, and knows the other modules', () => {
  const { value, problems } = read({
    'pom.xml': pom(
      'com.shop:parent:1.0',
      '<properties><lib>1.0</lib><own>1.0</own></properties>',
      `<dependencyManagement><dependencies>${dependency('x.y:managed', `${version('${lib}')}<scope>test</scope>`)}${dependency('com.shop:bom', `${version('1.0')}<type>pom</type><scope>import</scope>`)}</dependencies></dependencyManagement>`,
      `<dependencies>${dependency('x.y:inherited', version('${own}'))}</dependencies>`,
    ),
    'bom/pom.xml': pom(
      'com.shop:bom:1.0',
      `<dependencyManagement><dependencies>${dependency('x.y:imported', version('7.0'))}${dependency('x.y:managed', version('0.1'))}</dependencies></dependencyManagement>`,
    ),
    'web/pom.xml': `<project>
  <parent><groupId>com.shop</groupId><artifactId>parent</artifactId><version>1.0</version></parent>
  <artifactId>web</artifactId>
  <properties><own>2.0</own></properties>
  <dependencies>
    ${dependency('x.y:managed')}
    ${dependency('x.y:imported')}
    ${dependency('com.shop:core', version('${project.version}'))}
  </dependencies>
</project>`,
    'core/pom.xml': pom('com.shop:core:1.0'),
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.id} ${short(it)} ${it.location.file}:${it.location.start.line}`)).toEqual([
    'pom.xml#x.y:inherited x.y:inherited@1.0 runtime registry pom.xml:6',
    'web/pom.xml#x.y:inherited x.y:inherited@2.0 runtime registry pom.xml:6',
    'web/pom.xml#x.y:managed x.y:managed@1.0 test registry web/pom.xml:6',
    'web/pom.xml#x.y:imported x.y:imported@7.0 runtime registry web/pom.xml:7',
    'web/pom.xml#com.shop:core com.shop:core@1.0 runtime workspace web/pom.xml:8',
  ]);
});

test('a module may have a property in its name', () => {
  const { value } = read({
    'pom.xml': pom('a.b:parent:1.0', '<properties><scala>2.12</scala></properties>'),
    'core/pom.xml':
      '<project><parent><groupId>a.b</groupId><artifactId>parent</artifactId><version>1.0</version></parent><artifactId>core_${scala}</artifactId></project>',
    'web/pom.xml': `<project><parent><groupId>a.b</groupId><artifactId>parent</artifactId><version>1.0</version></parent><artifactId>web</artifactId><dependencies>${dependency('a.b:core_${scala}', version('${project.version}'))}${dependency('a.b:core_2.12', `${version('0.9')}<classifier>old</classifier>`)}</dependencies></project>`,
  });
  expect(value.map(short)).toEqual(['a.b:core_2.12@1.0 runtime workspace', 'a.b:core_2.12@0.9 runtime registry']);
});

test('says which versions come from outside the project', () => {
  const { value, problems } = read({
    'pom.xml': `<project>
  <parent><groupId>org.boot</groupId><artifactId>starter</artifactId><version>3.0</version><relativePath/></parent>
  <dependencies>${dependency('org.boot:web')}${dependency('org.boot:test', version('${nowhere}'))}</dependencies>
</project>`,
  });
  expect(value.map(short)).toEqual(['org.boot:web@ runtime registry', 'org.boot:test@ runtime registry']);
  expect(problems).toEqual([
    {
      code: 'version-unknown',
      message:
        'No version is known for org.boot:web, org.boot:test; it may come from org.boot:starter:3.0, which is not in the project.',
      file: 'pom.xml',
      line: 3,
    },
  ]);
});

test('takes parents and imports that somebody fetched', () => {
  const parent = '<parent><groupId>org.boot</groupId><artifactId>starter</artifactId><version>3.0</version></parent>';
  const bom = `${version('2.0')}<type>pom</type><scope>import</scope>`;
  const { value, problems } = read(
    {
      'pom.xml': `<project>${parent}
  <dependencyManagement><dependencies>${dependency('org.cloud:bom', bom)}</dependencies></dependencyManagement>
  <dependencies>
    ${dependency('org.boot:web')}
    ${dependency('org.cloud:api')}
  </dependencies>
</project>`,
    },
    {
      'org.boot:starter:3.0': pom(
        'org.boot:starter:3.0',
        '<parent><groupId>org.boot</groupId><artifactId>dependencies</artifactId><version>3.0</version><relativePath>..</relativePath></parent>',
        `<dependencies>${dependency('org.boot:log')}</dependencies>`,
        `<profiles><profile><id>x</id><dependencies>${dependency('org.boot:never', version('1'))}</dependencies></profile></profiles>`,
      ),
      'org.boot:dependencies:3.0': pom(
        'org.boot:dependencies:3.0',
        `<dependencyManagement><dependencies>${['web', 'log'].map((it) => dependency(`org.boot:${it}`, version('${project.version}'))).join('')}${dependency('org.cloud:api', version('1.9'))}</dependencies></dependencyManagement>`,
      ),
      'org.cloud:bom:2.0': pom(
        'org.cloud:bom:2.0',
        `<dependencyManagement><dependencies>${dependency('org.cloud:api', version('2.1'))}</dependencies></dependencyManagement>`,
      ),
    },
  );
  expect(problems).toEqual([]);
  // What a parent says goes before what the pom itself imports.
  expect(value.map((it) => `${it.name}@${it.version} ${it.location.file}:${it.location.start.line}`)).toEqual([
    'org.boot:log@3.0 pom.xml:1',
    'org.boot:web@3.0 pom.xml:4',
    'org.cloud:api@1.9 pom.xml:5',
  ]);
});

test('profiles: those on by default count, the others are optional and told', () => {
  const profile = (id: string, active: boolean, name: string): string =>
    `<profile><id>${id}</id><activation><activeByDefault>${String(active)}</activeByDefault></activation><properties><p>${id}</p></properties><dependencies>${dependency(name, version('${p}'))}</dependencies></profile>`;
  const { value, problems } = read({
    'pom.xml': pom(
      'a:b:1',
      `<profiles>${profile('1.0', true, 'x.y:on')}${profile('2.0', false, 'x.y:off')}</profiles>`,
    ),
  });
  expect(value.map(short)).toEqual(['x.y:on@1.0 runtime registry', 'x.y:off@1.0 optional registry']);
  expect(problems.map((it) => it.code)).toEqual(['maven-profile']);
});

test('parents in a circle, properties without end and unknown entities do no harm', () => {
  const parent =
    '<parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version><relativePath>pom.xml</relativePath></parent>';
  const { value, problems } = read({
    'pom.xml': `<!DOCTYPE project [<!ENTITY lol "lol"><!ENTITY big "&lol;&lol;&lol;">]>
<project>${parent}<groupId>a</groupId><artifactId>b</artifactId><version>1</version>
<properties><x>\${y}\${y}</x><y>\${x}\${x}</y></properties>
<dependencies>${dependency('x.y:a', version('${x}'))}${dependency('x.y:&big;', version('1'))}</dependencies></project>`,
  });
  expect(value.map((it) => `${it.name}@${it.version}`)).toEqual(['x.y:a@']);
  expect(problems.map((it) => it.code)).toContain('parse-error');
});

test('keeps the dependencies before a break', () => {
  const { value, problems } = read({
    'pom.xml': `<project>\n<dependencies>\n${dependency('x.y:a', version('1'))}\n<dependency><groupId>x.y</group`,
  });
  expect(value.map((it) => it.name)).toEqual(['x.y:a']);
  expect(problems.map((it) => it.code)).toContain('parse-error');
});

test('a pom in a repository that lies in the project', () => {
  const { value } = read({
    'repository/com/shop/lib/1.0/lib-1.0.pom': pom(
      'com.shop:lib:1.0',
      `<dependencies>${dependency('x.y:a', version('2.19.0'))}</dependencies>`,
    ),
  });
  expect(value.map(short)).toEqual(['x.y:a@2.19.0 runtime registry']);
});
