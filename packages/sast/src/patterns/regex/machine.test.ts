import { describe, expect, test } from 'vitest';
import { machineOf, runMachine } from './machine.ts';
import { compileRegex, isFoundIn, matchAtStart, matchesOf } from './regex.ts';

/** A small generator: the same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const atoms = [
  'a',
  'b',
  '[ab]',
  '.',
  '\\w',
  '[^a]',
  '\\b',
  '^',
  '$',
  '(?=a)',
  '(?!b)',
  '(?<=a)',
  '(?=a*b)',
  '(?!(?:ab?)*$)',
  '\\x61',
];
const quantifiers = ['', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{2,}'];

function expression(next: (below: number) => number, depth: number): string {
  const one = (): string => {
    const atom = atoms[next(atoms.length)]!;
    if (depth === 0 || next(3) > 0)
      return /^(?:\\b|\^|\$|\()/.test(atom) ? atom : atom + quantifiers[next(quantifiers.length)]!;
    // What a loop repeats takes a character: of empty rounds JavaScript says what a memory of places cannot.
    const inner = expression(next, depth - 1)
      .split('|')
      .map((it) => `${'ab.'[next(3)]!}${it}`);
    return `(${['', '?:', `?<n${next(1e9)}>`][next(3)]!}${inner.join('|')})${quantifiers[next(quantifiers.length)]!}`;
  };
  const sequence = (): string => Array.from({ length: 1 + next(3) }, one).join('');
  return next(3) === 0 ? `${sequence()}|${sequence()}` : sequence();
}

const spansOf = (regex: RegExp, text: string): number[][] =>
  Array.from(text.matchAll(regex), (it) => Array.from(it.indices!, (span) => span ?? [-1, -1]).flat());

describe('the machine finds what JavaScript finds', () => {
  test.each(['', 'i', 'm', 'u'])('random expressions and texts, flags "%s"', (flags) => {
    const next = numbers(7 + flags.length);
    for (let round = 0; round < 3000; round++) {
      const source = expression(next, 3);
      const text = Array.from({ length: next(9) }, () => 'aAb\n'[next(4)]).join('');
      const ran = runMachine(machineOf(source, flags)!, text);
      const found = ran.found.map((it) => [...it]);
      expect({ source, text, found }).toEqual({ source, text, found: spansOf(new RegExp(source, `${flags}gd`), text) });
    }
  });

  test('characters beyond the first 65,536', () => {
    const ran = runMachine(machineOf('(.)\\u{1F600}', 'u')!, 'x😀😀😀');
    expect(ran.found.map((it) => [...it])).toEqual(spansOf(/(.)\u{1F600}/dgu, 'x😀😀😀'));
  });
});

function regexOf(text: string) {
  const regex = compileRegex(text);
  if (regex.is === 'fault') throw new Error(regex.reason);
  return regex;
}

describe('expressions that would never come back', () => {
  const many = 'a'.repeat(50_000);

  test.each([
    ['(a+)+$', `${many}!`, 0],
    ['(?:a|a)*b', many, 0],
    ['(?:a?){30}a{30}b', many, 0],
    ['a*a*a*a*b', many, 0],
    ['(\\w+\\s?)+;', `${many};`, 1],
    ['^(?:[a-z0-9]+[-.]?)+@x', `${many}@x`, 1],
    ['.*foo', `${many}foo`, 1],
  ])('%s ends, and says what is there', (pattern, text, count) => {
    let cut = false;
    expect(matchesOf(regexOf(pattern), text, () => (cut = true))).toHaveLength(count);
    expect(cut).toBe(false);
  });

  test('what cannot be run so is cut, and told', () => {
    const said: string[] = [];
    const regex = regexOf('(a+)+\\1b');
    expect(matchesOf(regex, many, () => said.push('all'))).toEqual([]);
    expect(matchAtStart(regex, many, () => said.push('start'))).toBeUndefined();
    expect(isFoundIn(regex, many, () => said.push('found'))).toBe(false);
    expect(said).toEqual(['all', 'start', 'found']);
    expect(matchesOf(regex, 'aaab')).toHaveLength(1);
  });

  test('groups are those of the original', () => {
    const [match] = matchesOf(regexOf('(?:(x)|(a+))+(?P<rest>!)'), `x${'a'.repeat(100)}!`);
    expect([...match!.groups.keys()]).toEqual(['$2', '$3', '$rest']);
    expect(match!.groups.get('$2')).toEqual({ start: 1, end: 101 });
  });
});
