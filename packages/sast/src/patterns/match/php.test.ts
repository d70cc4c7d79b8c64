import { describe, expect, it } from 'vitest';
import { found, linesFound } from '../../../testing/patterns.ts';

const php = (pattern: string, text: string): string[] => found('php', pattern, `<?php\n${text}`);

describe('PHP: names', () => {
  it.each([
    ['foo(...)', 'FOO(1); foo(2); $foo(3);', ['FOO(1)', 'foo(2)']],
    ['$O->get($X)', '$a->Get(1); $a->put(1);', ['$a->Get(1)']],
    ['$a', '$A; $a;', ['$a']],
    ['foo', 'function foo() { Foo(); }', ['Foo']],
    ['new A\\B\\C()', 'use A\\B\\C; new C(); new \\A\\B\\C(); new D();', ['new C()', 'new \\A\\B\\C()']],
    ['new A\\B\\C()', 'use A\\B\\{X, C as Y}; new Y(); new C(); new X();', ['new Y()']],
    ['A\\f(...)', 'use function A\\{f, g}; f(1); g(1);', ['f(1)']],
    ['A\\f(...)', 'use B\\f; f(1); use A\\f; f(2);', ['f(2)']],
    ['Closure::fromCallable(...)', '$x = strlen(...); $y = strlen(1);', ['strlen(...)']],
    ['strlen(...)', '$x = strlen(...); $y = strlen(1);', ['strlen(1)']],
    ['include($X)', 'include "a"; require "b";', ['include "a"']],
    ['$F("a")', 'include("a"); f("a");', ['include("a")', 'f("a")']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(php(pattern, text).toSorted()).toEqual(expected.toSorted());
  });

  it('are the same for a metavariable, in upper and lower case', () => {
    const patterns = [{ pattern: '$F(...)' }, { 'pattern-inside': 'function $F(...) { ... }' }];
    expect(linesFound({ languages: ['php'], patterns }, '<?php\nfunction foo() {\n  FOO();\n  bar();\n}')).toEqual([3]);
  });
});

describe('PHP: constants', () => {
  it.each([
    ['f("...")', '$a = "x" . "y"; f($a); f("z $a"); f("z $b"); f($a . $b);', ['f($a)', 'f("z $a")']],
    ['f("xy")', '$a = "x" . "y"; f($a);', ['f($a)']],
    ['f("...")', '$a = "x"; f(escapeshellarg($a)); f(escapeshellarg($b)); f(g($a));', ['f(escapeshellarg($a))']],
    [
      'f("...")',
      'class A { const X = "x"; function g() { f(self::X); f(A::X); f(B::Y); } }',
      ['f(self::X)', 'f(A::X)'],
    ],
    [
      '$X . "b" . $Y',
      '"a" . "b" . "c"; "a" . "x" . "b" . "c"; "b" . "a";',
      ['"a" . "b" . "c"', '"a" . "x" . "b" . "c"'],
    ],
  ])('%s in %s', (pattern, text, expected) => {
    expect(php(pattern, text)).toEqual(expected);
  });
});

describe('PHP: statements and declarations', () => {
  it.each([
    ['if ($X) { d(); }', 'if ($a) { b(); } if ($c) { d(); } else { e(); }', ['if ($c) { d(); } else { e(); }']],
    ['if ($X) { $Y; }', 'if ($a) { b(); } if ($c) { d(); e(); }', ['if ($a) { b(); }']],
    ['#[$A]\nclass $C { ... }', '#[X]\nclass A {}\n#[Y("b")]\nclass B {}\n', ['#[X]\nclass A {}']],
    [
      'enum $E { case A; ... }',
      'enum S { case A; case B; use T; } enum U { case C; }',
      ['enum S { case A; case B; use T; }'],
    ],
    ['match ($X) { ... 2 => "b", ... }', 'match ($a) { 1 => "a", 2 => "b", default => "c" };', 1],
    ['match ($X) { ... 2 => "b", ... }', 'match ($a) { 1 => "a", 3 => "b", default => "c" };', 0],
    [
      'class $C { ... public readonly string $s; ... }',
      'class A { function __construct(public readonly string $s) {} }',
      1,
    ],
    ['class $C { ... public readonly string $s; ... }', 'class A { function __construct(public string $s) {} }', 0],
    ['class $C { ... public readonly string $s; ... }', 'class A { function __construct(string $s) {} }', 0],
  ])('%s in %s', (pattern, text, expected) => {
    const all = php(pattern, text);
    if (typeof expected === 'number') expect(all).toHaveLength(expected);
    else expect(all).toEqual(expected);
  });

  it('keys of arrays are values', () => {
    const where = { 'metavariable-regex': { metavariable: '$K', regex: "'a'" } };
    expect(
      linesFound(
        { languages: ['php'], patterns: [{ pattern: '[$K => $V]' }, where] },
        "<?php\n['a' => 1];\n['b' => 1];",
      ),
    ).toEqual([2]);
  });
});
