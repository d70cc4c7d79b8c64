import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('libraries in every form; a range is no version', () => {
  const { value, problems } = readProject({
    'gradle/libs.versions.toml': `[versions]
groovy = "3.0.5"
lang = { strictly = "[3.8, 4.0[", prefer = "3.9" }

[libraries]
guava = "com.example:guava:30.1-jre"
groovy-core = { module = "org.example:groovy", version.ref = "groovy" }
lang3 = { group = "org.example", name = "lang3", version.ref = "lang" }
open = { module = "org.example:open", version = "1.+" }
managed.module = "org.example:managed"
odd = "nonsense"

[plugins]
versions = { id = "x.y", version = "0.45.0" }
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '6 com.example:guava@30.1-jre direct runtime 30.1-jre',
    '7 org.example:groovy@3.0.5 direct runtime 3.0.5',
    '8 org.example:lang3@3.9 direct runtime 3.9',
    '9 org.example:open@ direct runtime 1.+',
    '10 org.example:managed@ direct runtime ',
  ]);
});
