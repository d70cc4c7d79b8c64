import { expect, test } from 'vitest';
import { zipOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

test('an extension, the packages that it brings, and the jars', () => {
  const jar = zipOf([{ name: 'META-INF/maven/g/a/pom.properties', content: 'groupId=g\nartifactId=a\nversion=1' }]);
  const bytes = zipOf([
    { name: 'extension/package.json', content: '{"publisher":"me","name":"ext","version":"1.0.0","license":"MIT"}' },
    { name: 'extension/node_modules/lodash/package.json', content: '{"name":"lodash","version":"4.17.20"}' },
    { name: 'extension/node_modules/@s/b/package.json', content: '{"name":"@s/b","version":"1.0.0"}' },
    { name: 'extension/node_modules/lodash/lib/package.json', content: '{"name":"no","version":"1"}' },
    { name: 'extension/node_modules/blank/package.json', content: '{"name":" ","version":" "}' },
    { name: 'extension/node_modules/broken/package.json', content: '{"name":' },
    { name: 'extension/server/a-1.jar', content: jar },
    { name: 'extension/other.vsix', content: zipOf([]) },
  ]);
  const { value, problems } = readBytes('me.ext.vsix', bytes);
  expect(value.map(told)).toEqual([
    'me/ext@1.0.0 me.ext.vsix → lodash @s/b g:a',
    'lodash@4.17.20 transitive me.ext.vsix!/extension/node_modules/lodash/package.json:1',
    '@s/b@1.0.0 transitive me.ext.vsix!/extension/node_modules/@s/b/package.json:1',
    'g:a@1 transitive me.ext.vsix!/extension/server/a-1.jar',
  ]);
  expect(value[0]).toMatchObject({ ecosystem: 'vscode-extension', licenses: ['MIT'] });
  expect(problems.map((it) => it.message.split(': ')[0])).toEqual([
    '"extension/node_modules/broken/package.json"',
    '"extension/node_modules/broken/package.json"',
  ]);
});
