import { describe, expect, test } from 'vitest';
import { analyserOf, models, rules } from '../testing/analyser.ts';

const analyser = analyserOf();

describe('what an analyser tells of a file', () => {
  test('its language, lines and comments', () => {
    const text = '// one\nconst a = "// no comment"; /* two */\n';
    const { language, lines, comments } = analyser.analyse({ path: 'a.ts', text });
    expect({ language, lines }).toEqual({ language: 'typescript', lines: 2 });
    expect(comments!.map(({ start, end }) => text.slice(start, end))).toEqual(['// one', '/* two */']);
  });
  test('of a language that we do not read, only what rules about text find', () => {
    expect(analyser.analyse({ path: 'a.txt', text: 'hello\nworld' })).toEqual({
      findings: [],
      problems: [],
      language: undefined,
      lines: 2,
      unread: 0,
      comments: undefined,
      parts: [],
      links: [],
    });
  });
  test('how many lines could not be read', () => {
    const text = 'const a = 1;\n}}} ((( =\nconst b = 2;\n';
    const { problems, unread } = analyser.analyse({ path: 'a.js', text });
    expect(unread).toBe(1);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['parse-error a.js']);
  });
  test('rules of other languages are left alone', () => {
    const only = analyserOf({ rules: rules.map((it) => ({ ...it, languages: ['python'] })), models });
    const text = `import { exec } from 'child_process';\nexport function f(req, res) { exec(req.query.a); }\n`;
    expect(only.analyse({ path: 'a.js', text }).findings).toEqual([]);
  });
  test('the same for the same text, whatever was looked at before', () => {
    const text = `import { exec } from 'child_process';\nexport function f(req, res) { exec(req.query.a); exec(req.query.b); }\n`;
    const first = analyserOf().analyse({ path: 'a.js', text });
    analyser.analyse({ path: 'b.js', text: text.replaceAll('exec', 'execSync') });
    expect(analyser.analyse({ path: 'a.js', text })).toEqual(first);
  });
});

describe('hostile texts end in a result', () => {
  const source = `import { exec } from 'child_process';\nexport function f(req, res) {\n`;
  const nested = (open: string, middle: string, close: string, depth: number): string =>
    open.repeat(depth) + middle + close.repeat(depth);

  test.each([
    ['nothing', ''],
    ['brackets', nested('[', '1', ']', 20_000)],
    ['calls', nested('f(', '1', ')', 5_000)],
    ['functions', nested('(() => {', 'a', '})()', 400)],
    ['a sum', `${source}exec(${'a + '.repeat(20_000)}req.query.a);}`],
    ['conditions', `${source}${'if (a) { x = req.query.a; } else { x = 1; }\n'.repeat(2_000)}exec(x);}`],
    [
      'variables',
      `${source}${Array.from({ length: 3_000 }, (_, at) => `let v${at} = v${at - 1}; if (a) v${at} = req.query.a;`).join('\n')} exec(v2999);}`,
    ],
    ['fields', `const o = {${Array.from({ length: 20_000 }, (_, at) => `k${at}: ${at}`).join()}};`],
    ['members', `${source}exec(req${'.a'.repeat(3_000)});}`],
    [
      'functions that call each other',
      Array.from(
        { length: 300 },
        (_, at) => `function g${at}(x) { g${(at + 1) % 300}(x); g${(at + 7) % 300}(x); }`,
      ).join('\n'),
    ],
    ['an object that holds itself', `${source}const o = {}; o.o = o; o.x = req.query.a; exec(o.o.o.o.x); return o;}`],
    ['half a surrogate', `const a = '\uD800'; // \uDC00`],
  ])('%s', (_, text) => {
    const { findings, lines } = analyser.analyse({ path: 'a.js', text });
    expect(lines).toBe(text === '' ? 0 : text.split('\n').length);
    expect(findings.length).toBeLessThan(3);
  });

  test('a flow that is cut off is said to be', () => {
    const branches = 'if (a()) { x += req.query.a; } else { y += x; z += y; }\n'.repeat(4_000);
    const text = `${source}let x = '', y = '', z = '';\nfor (;;) {\n${branches}}\nexec(z);}`;
    const variables = Array.from({ length: 2_000 }, (_, at) => `let w${at} = 1; w${at} = a();`).join('\n');
    const { problems } = analyser.analyse({ path: 'a.js', text: text.replace('for (;;)', `${variables}\nfor (;;)`) });
    expect(problems.map((it) => it.code)).toEqual(['function-too-large']);
  });
});
