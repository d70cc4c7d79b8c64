import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenIn } from '../../testing/invariants.ts';
import { irOf } from '../../testing/trees.ts';

const wide = 10_000;
const list = (one: (at: number) => string, between = ''): string =>
  Array.from({ length: wide }, (_, at) => one(at)).join(between);

/** Texts that are not deep but wide: work must grow with their length, not with its square. */
const texts: Readonly<Record<string, string>> = {
  'statements.js': list((at) => `a${at}();`),
  'variables.js': `var ${list((at) => `a${at}`, ',')};`,
  'parameters.js': `function f(${list((at) => `a${at}`, ',')}) {}`,
  'methods.js': `class A { ${list((at) => `m${at}() { this.a; }`)} }`,
  'decorators.ts': `class A { ${list(() => '@a ')} m() {} }`,
  'dangling.ts': `class A { ${list(() => '@a ')} }`,
  'cases.js': `switch (a) { ${list((at) => `case ${at}: b();`)} }`,
  'closures.js': `let a; ${list(() => '() => a;')}`,
  'captures.js': `${list((at) => `let a${at};`)} () => [${list((at) => `a${at}`, ',')}]`,
  'imports.js': list((at) => `import a${at} from 'b';`),
  'blocks.js': list((at) => `{ let a; a${at}; }`),
  'patterns.js': `${'[a,'.repeat(wide)}${']'.repeat(wide)} = b`,
  'methods.py': `class A:\n${list((at) => `  def m${at}(self): self.a\n`)}`,
  'assignments.py': list((at) => `a${at} = a${at - 1}\n`),
  'globals.py': `def f():\n${list((at) => `  global a${at}\n`)}`,
  'elifs.py': `if a: b\n${list(() => 'elif c: d\n')}`,
  'Fields.java': `class A { ${list((at) => `int a${at} = a${at - 1};`)} }`,
  'Members.java': `class A { int a; ${list((at) => `int m${at}() { return a; }`)} }`,
  'variables.go': `package p\nvar ${list((at) => `a${at}`, ',')} = f()\n`,
  'parameters.go': `package p\nfunc f(${list((at) => `a${at} int`, ',')}) {}\n`,
  'methods.go': `package p\ntype T struct{}\n${list((at) => `func (t T) m${at}() {}\n`)}`,
  'shadows.go': `package p\nfunc f() {\n${list((at) => `a${at} := a${at}\n`)}}\n`,
};

test.each(Object.keys(texts))('%s, 10,000 wide, takes time by its length', (path) => {
  const ir = irOf(path, texts[path]!);
  expect(brokenIn(ir)).toEqual([]);
});

const samples = new URL('../../testing/samples/', import.meta.url);

/** The same numbers every time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text with a few stretches cut out, doubled, or moved. */
function damaged(text: string, next: (below: number) => number): string {
  let result = text;
  for (let times = 1 + next(4); times > 0; times--) {
    const from = next(result.length);
    const stretch = result.slice(from, from + next(40));
    const to = next(result.length);
    const without = next(2) === 0 ? result : result.slice(0, from) + result.slice(from + stretch.length);
    result = next(3) === 0 ? without : without.slice(0, to) + stretch + without.slice(to);
  }
  return result;
}

test.each(readdirSync(samples))('%s, damaged, still gives an IR that keeps the rules', (file) => {
  const text = readFileSync(new URL(file, samples), 'utf8');
  const next = numbers(file.length);
  for (let times = 0; times < 60; times++) {
    const it = damaged(text, next);
    expect(brokenIn(irOf(file, it)), it).toEqual([]);
  }
});
