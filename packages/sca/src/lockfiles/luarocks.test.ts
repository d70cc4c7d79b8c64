import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const spec = `package = "app"
version = "1.0-1"
dependencies = {
   "lua >= 5.1, < 5.5",
   "lpeg 1.0.2-1",
   'luasocket >= 3.0',
}
build = { modules = { x = "x.lua" } }
test_dependencies = { "busted" }
`;

test('what a rockspec asks for', () => {
  const { value } = readProject({ 'app-1.0-1.rockspec': spec });
  expect(value.map(short)).toEqual([
    '5 lpeg@1.0.2-1 direct runtime',
    '6 luasocket@ direct runtime',
    '9 busted@ direct test',
  ]);
  expect(value[1]!.requested).toBe('>= 3.0');
});

test('the lock file goes before it', () => {
  const { value } = readProject({
    'app-1.0-1.rockspec': spec,
    'luarocks.lock':
      'return {\n   dependencies = {\n      lpeg = "1.0.2-1",\n      ["lua-cjson"] = "2.1.0-1"\n   }\n}\n',
  });
  expect(value.map(short)).toEqual(['3 lpeg@1.0.2-1 transitive runtime', '4 lua-cjson@2.1.0-1 transitive runtime']);
});
