import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('roles and collections, from Galaxy and from git', () => {
  const { value, problems } = readProject({
    'ansible/requirements.yml': `roles:
  - name: geerlingguy.docker
    version: 7.1.0
  - src: https://git.example/team/role.git
    scm: git
    version: main
collections:
  - community.general
  - name: ansible.posix
    version: ">=1.5,<2"
`,
    'old/requirements.yml': '- src: geerlingguy.java\n  version: "2.3.0"\n',
    'own/galaxy.yml': 'namespace: a\nname: b\nversion: 1.0.0\ndependencies:\n  ansible.utils: "==3.1.0"\n',
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '2 geerlingguy.docker@7.1.0 direct runtime',
    '4 git.example/team/role@main git direct runtime',
    '8 community.general@ direct runtime',
    '9 ansible.posix@ direct runtime',
    '1 geerlingguy.java@2.3.0 direct runtime',
    '5 ansible.utils@3.1.0 direct runtime',
  ]);
});
