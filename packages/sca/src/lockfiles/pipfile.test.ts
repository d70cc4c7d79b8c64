import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `[[source]]
url = "https://pypi.example/simple"
[packages]
django = ">2.2"
ply = "==3.11"
mine = {git = "https://host.example/mine.git", ref = "0c0990399270277832fbb5b91a1fa118e6f63dba"}
here = {path = "./here"}
[dev-packages]
pytest = "*"
[requires]
python_version = "3.10"
`;

test('categories, ranges, git and folders', () => {
  const { value } = readProject({ Pipfile: text });
  expect(value.map(short)).toEqual([
    '4 django@ direct runtime',
    '5 ply@3.11 direct runtime',
    '6 mine@ git direct runtime',
    '7 here@ file direct runtime',
    '9 pytest@ direct development',
  ]);
  expect(value[2]!.source).toEqual({
    repository: 'https://host.example/mine.git',
    commit: '0c0990399270277832fbb5b91a1fa118e6f63dba',
  });
});

test('the lock file goes before it', () => {
  expect(readProject({ Pipfile: text, 'Pipfile.lock': '{"_meta":{}}' }).value).toEqual([]);
});
