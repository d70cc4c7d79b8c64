import { expect, test } from 'vitest';
import { isOf, pathsOf, plainPath } from './symbols.ts';

test.each([
  ['Parser#parse', 'Parser.parse'],
  ['create().send', 'create.send'],
  ['\\\\Symfony\\\\Yaml::parse'.replaceAll('\\\\', '\\'), 'Symfony.Yaml.parse'],
  ['com.foo.Bar#', 'com.foo.Bar'],
])('%s is written %s', (text, plain) => {
  expect(plainPath(text)).toBe(plain);
});

test.each([
  ['lodash.template', 'lodash.template', true],
  ['lodash.templateSettings', 'lodash.template', false],
  ['org.json.JSONObject.put', 'org.json.JSONObject', true],
  ['moment', 'moment()', true],
  ['moment.duration', 'moment()', false],
])('whether %s is of %s: %s', (used, symbol, wanted) => {
  expect(isOf(used, symbol)).toBe(wanted);
});

test('a path below a package is a member of it, too', () => {
  expect(pathsOf('javascript', 'lodash/fp', 'template')).toContain('lodash.template');
  expect(pathsOf('javascript', 'lodash/template', '')).toContain('lodash.template');
  expect(pathsOf('javascript', '@scope/name/part', 'f')).toContain('@scope/name.f');
  expect(pathsOf('python', 'os.path', 'join')).toEqual(['os.path.join']);
});
