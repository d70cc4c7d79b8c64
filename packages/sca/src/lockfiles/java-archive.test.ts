import { expect, test } from 'vitest';
import { zipOf, type MadeEntry } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

const pom = (group: string, artifact: string, version: string): MadeEntry => ({
  name: `META-INF/maven/${group}/${artifact}/pom.properties`,
  content: `#Created by a build\ngroupId=${group}\nartifactId=${artifact}\nversion=${version}\n`,
});
const manifest = (lines: string): MadeEntry => ({
  name: 'META-INF/MANIFEST.MF',
  content: `Manifest-Version: 1.0\r\n${lines.replaceAll('\n', '\r\n')}\r\n`,
});
const jar = (...entries: readonly MadeEntry[]): Buffer => zipOf([...entries, { name: 'a/B.class', content: 'x' }]);

function read(path: string, bytes: Uint8Array): [string[], string[]] {
  const { value, problems } = readBytes(path, bytes);
  return [value.map(told), problems.map((it) => it.message)];
}

test('a jar says itself which library it is', () => {
  expect(read('lib/a-1.0.jar', jar(pom('g.g', 'a', '1.0')))).toEqual([['g.g:a@1.0 lib/a-1.0.jar'], []]);
  const { value } = readBytes('lib/a-1.0.jar', jar(pom('g.g', 'a', '1.0')));
  expect(value[0]).toMatchObject({ id: 'lib/a-1.0.jar#g.g:a@1.0', purl: 'pkg:maven/g.g/a@1.0', scopes: ['runtime'] });
});

test('a fat jar: the program, the jars in it, and the jars in those', () => {
  const inner = jar(pom('i', 'inner', '3'));
  const bytes = jar(
    pom('com.example', 'shop', '1.0'),
    { name: 'BOOT-INF/lib/x-2.0.jar', content: jar(pom('x', 'x', '2.0')), isStored: true },
    { name: 'BOOT-INF/lib/y-2.0.jar', content: jar(pom('y', 'y', '2.0'), { name: 'lib/inner-3.jar', content: inner }) },
  );
  expect(read('shop.jar', bytes)).toEqual([
    [
      'com.example:shop@1.0 shop.jar → x:x y:y',
      'x:x@2.0 transitive shop.jar!/BOOT-INF/lib/x-2.0.jar',
      'y:y@2.0 transitive shop.jar!/BOOT-INF/lib/y-2.0.jar → i:inner',
      'i:inner@3 transitive shop.jar!/BOOT-INF/lib/y-2.0.jar!/lib/inner-3.jar',
    ],
    [],
  ]);
});

test('a shaded jar is one library and holds others', () => {
  const bytes = jar(
    pom('com.google.code.gson', 'gson', '2.8.0'),
    pom('com.example', 'all', '1.0'),
    pom('b', 'b', '${v}'),
  );
  expect(read('all-1.0.jar', bytes)[0]).toEqual([
    'com.example:all@1.0 all-1.0.jar → com.google.code.gson:gson',
    'com.google.code.gson:gson@2.8.0 transitive all-1.0.jar!/META-INF/maven/com.google.code.gson/gson/pom.properties',
  ]);
  // The one description is of another library: the jar is named by its file.
  expect(read('uber-1.0.jar', jar(pom('g', 'gson', '2.8.0')))[0]).toEqual([
    'uber:uber@1.0 guessed uber-1.0.jar → g:gson',
    'g:gson@2.8.0 transitive uber-1.0.jar!/META-INF/maven/g/gson/pom.properties',
  ]);
  // Without a version in its name it may be the description's own.
  expect(read('app.jar', jar(pom('g', 'gson', '2.8.0')))[0]).toEqual(['g:gson@2.8.0 app.jar']);
});

test('a pom.xml counts where no pom.properties is', () => {
  const xml = (text: string): MadeEntry => ({
    name: 'META-INF/maven/g.g/a/pom.xml',
    content: `<project><artifactId>a</artifactId>${text}</project>`,
  });
  expect(read('a-1.0.jar', jar(xml('<version>1.0</version>')))[0]).toEqual(['g.g:a@1.0 a-1.0.jar']);
  expect(read('a-2.0.jar', jar(xml('<parent><version>2.0</version></parent>')))[0]).toEqual(['g.g:a@2.0 a-2.0.jar']);
  expect(read('a.jar', jar(xml('<version>1.0</version>'), pom('g.g', 'a', '1.1')))[0]).toEqual(['g.g:a@1.1 a.jar']);
});

test.each([
  // Known by its name.
  ['commons-lang3-3.12.0.jar', '', 'org.apache.commons:commons-lang3@3.12.0'],
  ['dom4j-1.6.1.jar', '', 'dom4j:dom4j@1.6.1'],
  ['dom4j-2.1.3.jar', '', 'org.dom4j:dom4j@2.1.3'],
  ['guava-31.1-jre.jar', '', 'com.google.guava:guava@31.1-jre'],
  ['log4j-1.2-api-2.17.1.jar', '', 'org.apache.logging.log4j:log4j-1.2-api@2.17.1'],
  [
    'netty-transport-native-epoll-4.1.77.Final-linux-x86_64.jar',
    '',
    'io.netty:netty-transport-native-epoll@4.1.77.Final',
  ],
  [
    'spring-web.jar',
    'Implementation-Title: spring-web\nImplementation-Version: 5.3.26',
    'org.springframework:spring-web@5.3.26',
  ],
  // Maven's archiver writes the group as the vendor's id.
  ['thing-1.0.jar', 'Implementation-Vendor-Id: com.example.things', 'com.example.things:thing@1.0'],
  ['thing-1.0.jar', 'Implementation-Vendor-Id: org.apache', 'thing:thing@1.0 guessed'],
  // A plugin of Jenkins.
  [
    'git.hpi',
    'Group-Id: org.jenkins-ci.plugins\nShort-Name: git\nPlugin-Version: 5.0.0 (x)',
    'org.jenkins-ci.plugins:git@5.0.0',
  ],
  // A bundle's name holds group and artifact.
  ['core-1.0.jar', 'Bundle-SymbolicName: org.example.thing.core;singleton:=true', 'org.example.thing:core@1.0 guessed'],
  ['thing-core-1.0.jar', 'Bundle-SymbolicName: org.example.thing.core', 'org.example.thing:thing-core@1.0 guessed'],
  ['org.eclipse.sisu.inject-0.3.5.jar', '', 'org.eclipse.sisu:org.eclipse.sisu.inject@0.3.5 guessed'],
  ['x-1.0.jar', 'Automatic-Module-Name: org.example.x', 'org.example:x@1.0 guessed'],
  // Names that go on in the next line, more than a version, a section of a package.
  [
    'long.jar',
    'Bundle-SymbolicName: org.exam\n ple.long\nBundle-Version: 1.0',
    'org.example:org.example.long@1.0 guessed',
  ],
  [
    'axis.jar',
    '\nName: org/apache/axis\nImplementation-Title: Apache Axis\nImplementation-Version: 1.4 1855 April 22 2006',
    'org.apache.axis:axis@1.4 guessed',
  ],
  // What a build left as it was.
  [
    'it.jar',
    'Implementation-Version: 1.2.3\nName: ${wrong}\nImplementation-Title: %pluginName\nBundle-Name: correct.name\nBundle-SymbolicName: with spaces\nExtension-Name: test.group',
    'test.group:correct.name@1.2.3 guessed',
  ],
  // Nothing but a name.
  ['old-thing-2.4.0.jar', '', 'old-thing:old-thing@2.4.0 guessed'],
])('%s with %j is %s', (file, lines, wanted) => {
  const [[found]] = read(`lib/${file}`, jar(manifest(lines)));
  expect(found).toBe(`${wanted} lib/${file}`);
});

test('without a version nothing is a library', () => {
  expect(read('tool.jar', jar(manifest('Main-Class: a.B')))).toEqual([[], []]);
  expect(read('a-1.0-sources.jar', jar(manifest('')))).toEqual([[], []]);
});

test('what it is under: its pom says, else its manifest', () => {
  const xml =
    '<project><version>1.0</version><licenses><license><name>MIT</name></license><license><name>GPL v2</name></license></licenses></project>';
  const described = jar(pom('g.g', 'a', '1.0'), { name: 'META-INF/maven/g.g/a/pom.xml', content: xml });
  expect(readBytes('a-1.0.jar', described).value.map((it) => it.licenses)).toEqual([['MIT, GPL v2']]);
  const bundle = jar(
    pom('g', 'a', '1'),
    manifest('Bundle-License: https://www.apache.org/licenses/LICENSE-2.0.txt;x=y'),
  );
  expect(readBytes('a-1.jar', bundle).value.map((it) => it.licenses)).toEqual([
    ['https://www.apache.org/licenses/LICENSE-2.0.txt'],
  ]);
});

test('the bill of materials that a build put in', () => {
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    components: [{ type: 'library', 'bom-ref': 'a', name: 'a', version: '1', purl: 'pkg:maven/g/a@1' }],
  };
  const bytes = jar({ name: 'META-INF/sbom/application.cdx.json', content: JSON.stringify(bill) });
  expect(read('app.jar', bytes)[0]).toEqual(['g:a@1 app.jar!/META-INF/sbom/application.cdx.json:1']);
});

test('archives lie no deeper in each other than anybody builds them', () => {
  let bytes = jar(pom('g', 'deepest', '1'));
  for (let depth = 0; depth < 16; depth += 1) bytes = jar({ name: 'n.jar', content: bytes });
  expect(read('n.jar', bytes)[0]).toHaveLength(1);
  const [found, problems] = read('n.jar', jar({ name: 'n.jar', content: bytes }));
  expect(found).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/"n\.jar(!\/n\.jar)+" is not read: more than 16 archives lie in/)]);
});

test('what cannot be read is told, and the rest is read', () => {
  const bytes = jar(
    { name: 'lib/secret-1.0.jar', content: jar(pom('s', 'secret', '1.0')), flags: 1 },
    { name: 'lib/broken-1.0.jar', content: 'no archive' },
    { name: '../../lib/good-1.0.jar', content: jar(pom('g', 'good', '1.0')) },
  );
  expect(read('app.war', bytes)).toEqual([
    ['g:good@1.0 app.war!/lib/good-1.0.jar'],
    ['"lib/secret-1.0.jar" is encrypted.', '"lib/broken-1.0.jar" is no zip archive, or a broken one.'],
  ]);
});

test('a jar that is kept elsewhere', () => {
  const pointer = 'version https://git-lfs.example/spec/v1\noid sha256:00\nsize 12345\n'.replace(
    'git-lfs.example',
    'git-lfs',
  );
  expect(read('a-1.0.jar', Buffer.from(pointer))).toEqual([
    [],
    ['It is not here: Git LFS keeps it, and `git lfs pull` fetches it.'],
  ]);
});

test('a jar that is damaged in any way ends in packages that hang together', () => {
  const bytes = jar(pom('g', 'a', '1'), pom('g', 'b', '1'), { name: 'c.jar', content: jar(pom('g', 'c', '1')) });
  for (let at = 0; at < bytes.length; at += 5) {
    const broken = Buffer.from(bytes);
    broken[at] = (broken[at]! + 101) & 255;
    for (const it of [broken, bytes.subarray(0, at)]) {
      const { value } = readBytes('a-1.jar', it);
      const ids = new Set(value.map((one) => one.id));
      expect(ids.size).toBe(value.length);
      expect(value.flatMap((one) => one.dependencies).filter((one) => !ids.has(one.id))).toEqual([]);
    }
  }
});
