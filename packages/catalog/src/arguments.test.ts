import { expect, test } from 'vitest';
import { filled, type Rule } from './index.ts';

const rule = (more: Partial<Rule>): Rule => ({
  id: 'long-name',
  languages: ['python'],
  severity: 'LOW',
  message: 'more than {{most}}',
  ...more,
});

test('arguments stand in every text of the rule', () => {
  const parts = [
    { pattern: 'f($X)' },
    { 'metavariable-comparison': { metavariable: '$X', comparison: '$X > {{most}}' } },
    { 'metavariable-regex': { metavariable: '$X', regex: '^({{ words }})$' } },
  ];
  expect(filled(rule({ patterns: parts, arguments: { most: 7, words: ['a.b', 'c'] } }))).toMatchObject({
    message: 'more than 7',
    patterns: [
      { pattern: 'f($X)' },
      { 'metavariable-comparison': { metavariable: '$X', comparison: '$X > 7' } },
      { 'metavariable-regex': { metavariable: '$X', regex: String.raw`^(a\.b|c)$` } },
    ],
    arguments: { most: 7, words: ['a.b', 'c'] },
  });
});

test('braces that name no argument are left alone, and so is a rule without arguments', () => {
  expect(filled(rule({ pattern: '{{other}}', arguments: { most: 7 } })).pattern).toBe('{{other}}');
  expect(filled(rule({ pattern: '{{most}}' })).pattern).toBe('{{most}}');
});
