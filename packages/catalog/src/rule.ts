import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

const text = Type.String({ minLength: 1 });
const oneOrMore = Type.Union([text, Type.Array(text)]);

/**
 * A rule, in Semgrep's rule language.
 *
 * A rule finds by what the models say (`source-kinds` with `sink-kinds`, or `use-kinds`; these three keys are ours) or
 * by the text (`pattern-regex`).
 *
 * Source: https://semgrep.dev/docs/writing-rules/rule-syntax
 */
export const Rule = Type.Object(
  {
    id: text,
    mode: Type.Optional(Type.Enum(['search', 'taint'])),
    languages: Type.Array(text, { minItems: 1 }),
    severity: Type.Enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'ERROR', 'WARNING', 'INFO']),
    message: text,
    'source-kinds': Type.Optional(Type.Array(text)),
    'sink-kinds': Type.Optional(Type.Array(text)),
    'use-kinds': Type.Optional(Type.Array(text)),
    'pattern-regex': Type.Optional(text),
    metadata: Type.Optional(
      Type.Object({
        title: Type.Optional(text),
        category: Type.Optional(text),
        cwe: Type.Optional(oneOrMore),
        owasp: Type.Optional(oneOrMore),
        confidence: Type.Optional(Type.Enum(['HIGH', 'MEDIUM', 'LOW'])),
        recommendation: Type.Optional(text),
        references: Type.Optional(Type.Array(text)),
        redact: Type.Optional(Type.Boolean({ description: 'The match is a secret: masked wherever it is shown.' })),
      }),
    ),
  },
  closed,
);
export type Rule = Value<typeof Rule>;
