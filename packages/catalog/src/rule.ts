import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const oneOrMore = Type.Union([text, texts]);

/**
 * What people want to know of a rule. Keys that are not ours are kept: public rules carry many.
 *
 * Shape: `redact: true` = the match is a secret, masked wherever it is shown.
 */
const Metadata = Type.Object({
  title: Type.Optional(text),
  category: Type.Optional(text),
  cwe: Type.Optional(oneOrMore),
  owasp: Type.Optional(oneOrMore),
  confidence: Type.Optional(Type.Enum(['HIGH', 'MEDIUM', 'LOW'])),
  recommendation: Type.Optional(text),
  references: Type.Optional(Type.Array(text)),
  redact: Type.Optional(Type.Boolean()),
});

const Regex = Type.Object({ 'pattern-regex': text }, closed);
const NotRegex = Type.Object({ 'pattern-not-regex': text }, closed);
/** All must hold at one place: it matches every `pattern-regex` and touches no match of a `pattern-not-regex`. */
const Terms = Type.Array(Type.Union([Regex, NotRegex]), { minItems: 1 });

/**
 * A rule, in Semgrep's rule language.
 *
 * A rule finds by what the models say (`source-kinds` with `sink-kinds`, or `use-kinds`; these keys are ours) or by
 * the text (`pattern-regex`, alone or in `patterns` and `pattern-either`; a group named `secret` is what to mask). `safe-prefix`, ours too, is a regular expression: outside data behind a constant text that
 * matches it does no harm, as behind the host of a URL.
 *
 * In a message `$SOURCE` is the outside data and `$SINK` the call that it reaches, or the call
 * that is wrong.
 *
 * Source: https://semgrep.dev/docs/writing-rules/rule-syntax
 */
export const Rule = Type.Object(
  {
    id: text,
    mode: Type.Optional(Type.Enum(['search', 'taint'])),
    languages: texts,
    severity: Type.Enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'ERROR', 'WARNING', 'INFO']),
    message: text,
    'source-kinds': Type.Optional(texts),
    'sink-kinds': Type.Optional(texts),
    'use-kinds': Type.Optional(texts),
    'safe-prefix': Type.Optional(text),
    'pattern-regex': Type.Optional(text),
    patterns: Type.Optional(Terms),
    'pattern-either': Type.Optional(Type.Array(Type.Union([Regex, Type.Object({ patterns: Terms }, closed)]))),
    metadata: Type.Optional(Metadata),
  },
  closed,
);
export type Rule = Value<typeof Rule>;
