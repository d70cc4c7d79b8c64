import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('literal lists, lists with a name, extras; what code puts together is left out', () => {
  const { value, problems } = readProject({
    'setup.py': `from setuptools import setup
needs = [
    "flask==2.0",  # "old==1"
    'lxml>=4.6',
]
setup(
    name="x",
    install_requires=needs,
    setup_requires=['wheel', 'a=={}'.format(v), '%s==1' % n, f'{b}==2'],
    extras_require={"test": ["pytest>=7"], 'cli': ('click==8.1',)},
    tests_require="""
        mock==4
    """,
)
`,
  });
  expect(value.map(short)).toEqual([
    '3 flask@2.0 direct runtime',
    '4 lxml@ direct runtime',
    '9 wheel@ direct build',
    '10 pytest@ direct test',
    '10 click@8.1 direct optional',
    '11 mock@4 direct test',
  ]);
  expect(value[0]!.location.start.column).toBe(5);
  expect(problems).toEqual([]);
});

test('lists that are added up', () => {
  const { value } = readProject({
    'setup.py': `BASE = ['requests==2.31.0']
MORE = ("idna>=2",)
setup(install_requires=BASE + MORE + ["extra==1.0"], extras_require={"a": ["b==1"]} , tests_require=["m==1"] + BASE)
`,
  });
  expect(value.map(short)).toEqual([
    '1 requests@2.31.0 direct runtime+test',
    '2 idna@ direct runtime',
    '3 extra@1.0 direct runtime',
    '3 b@1 direct optional',
    '3 m@1 direct test',
  ]);
});
