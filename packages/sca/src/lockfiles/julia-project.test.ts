import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `name = "Shop"
uuid = "1e83bf80-4336-4d27-bf5d-d5a4f845583c"
version = "1.4.3"

[deps]
JSON = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"
Fork = "00000000-0000-0000-0000-000000000001"
[weakdeps]
Maybe = "00000000-0000-0000-0000-000000000002"
[extras]
Test = "8dfed614-e22c-5e08-85e1-65c5234f0b40"
[sources]
Fork = { url = "https://host.example/Fork.jl", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
[compat]
JSON = "=0.21.4"
julia = "1.6"
`;

test('the package and what it asks for', () => {
  const { value } = readProject({ 'Project.toml': text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '1 Shop@1.4.3 workspace direct runtime ',
    '6 JSON@0.21.4 direct runtime =0.21.4',
    '7 Fork@ git direct runtime ',
    '9 Maybe@ direct optional ',
    '11 Test@ direct test ',
  ]);
});

test('the lock file goes before it; a file of another program is none', () => {
  expect(readProject({ 'Project.toml': text, 'Manifest.toml': 'manifest_format = "2.0"\n' }).value).toEqual([]);
  expect(readProject({ 'Project.toml': 'name = "x"\nversion = "1"\n' }).value).toEqual([]);
});
