import { describe, expect, test } from 'vitest';
import { found, linesFound } from '../../testing/patterns.ts';

const of = (pattern: string, text: string): string[] => found('dockerfile', pattern, text);
const lines = (pattern: string, text: string): number[] => linesFound({ languages: ['dockerfile'], pattern }, text);

describe('instructions', () => {
  test('may say more than the pattern: tag, digest, alias, flags', () => {
    const text = 'FROM a\nfrom a:1 as b\nFROM --platform=x a@c\nFROM d\n';
    expect(lines('FROM a', text)).toEqual([1, 2, 3]);
    expect(lines('FROM $IMAGE:$TAG', text)).toEqual([2]);
    expect(lines('FROM --platform=$P ...', text)).toEqual([3]);
    expect(of('COPY --chown=$U $A $B', 'COPY --link --chown=x a b\nCOPY a b\n')).toEqual(['COPY --link --chown=x a b']);
  });

  test('stand in sequences with others between them', () => {
    const text = 'FROM a\nUSER root\nRUN b\nUSER c\nRUN d\n';
    expect(lines('USER root\n...\nUSER $X', text)).toEqual([2]);
    expect(lines('USER c\n...\nUSER root', text)).toEqual([]);
  });

  test('have pairs, in the old way too', () => {
    const text = 'ENV A=1 B=2\nENV A 1\nLABEL a="1" b=2\nARG A\nARG A=1\n';
    expect(lines('ENV ... B=$V ...', text)).toEqual([1]);
    expect(lines('ENV A=1', text)).toEqual([2]);
    expect(lines('LABEL a=1', text)).toEqual([3]);
    expect(lines('ARG $X', text)).toEqual([4]);
    expect(lines('ARG $X=$V', text)).toEqual([5]);
  });
});

describe('commands', () => {
  const text = 'RUN a\nRUN b && apt-get install c\nRUN sudo apt-get update\nRUN ["a"]\nRUN d; e | f\n';

  test('are found inside of others, as lists of words and as JSON', () => {
    expect(lines('RUN apt-get ...', text)).toEqual([2]);
    expect(lines('RUN ... apt-get ...', text)).toEqual([2, 3]);
    expect(lines('RUN [...]', text)).toEqual([4]);
    expect(lines('RUN ...;', text)).toEqual([1, 2, 3, 5]);
    expect(lines('RUN ...', text)).toEqual([1, 2, 3, 4, 5]);
  });

  test('are patterns of their own', () => {
    expect(of('apt-get $X ...', text)).toEqual(['apt-get install c']);
    expect(of('$A | $B', text)).toEqual(['e | f']);
  });

  test('see what variables were given', () => {
    expect(lines('EXPOSE 80', 'ENV PORT=80\nEXPOSE $PORT\n')).toEqual([2]);
    expect(lines('ENV P $X\n...\nRUN a $X', 'ENV P 80\nUSER b\nRUN a 80\n')).toEqual([1]);
    expect(of('USER ${$U}:${d}', 'USER a:b\nUSER ${c}:$d\n')).toEqual(['USER ${c}:$d']);
  });
});
