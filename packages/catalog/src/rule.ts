import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const oneOrMore = Type.Union([text, Type.Array(text)]);
/** Read by the engine of patterns. */
const plain = Type.Optional(Type.Unknown());

/**
 * What people want to know of a rule. Keys that are not ours are kept: public rules carry many.
 *
 * Shape: `redact: true` = the match is a secret, masked wherever it is shown; of a regular expression with a group
 *        named `SECRET` that group alone. `default: off` = a rule of the catalogue that runs only for who asks for it.
 */
const Metadata = Type.Object({
  title: Type.Optional(text),
  category: Type.Optional(text),
  cwe: Type.Optional(oneOrMore),
  owasp: Type.Optional(oneOrMore),
  confidence: Type.Optional(Type.Enum(['HIGH', 'MEDIUM', 'LOW'])),
  recommendation: Type.Optional(text),
  references: Type.Optional(oneOrMore),
  redact: Type.Optional(Type.Boolean()),
  default: Type.Optional(Type.Enum(['on', 'off'])),
});

/**
 * What a maker's secrets look like. Ours: one pass looks for the keywords of all rules, and hardly ever is one tried.
 *
 * Shape: `regex` = any of these; what its group `secret` holds (the whole match without one) is the secret, and is
 *        masked. `not-regex` = in none of these, which are tried on the match. `keywords` = in lower case; a file must
 *        hold one of them, in any case. `entropy` = at least so many bits a character. `checksum` = how the secret
 *        proves itself, instead of not being a placeholder. `yields: true` = no finding in tests, nor where another rule
 *        knows better whose secret it is.
 */
const Secret = Type.Object(
  {
    regex: oneOrMore,
    'not-regex': Type.Optional(oneOrMore),
    keywords: Type.Array(Type.String({ pattern: '^[!-@\\[-~]{3,}$' }), { minItems: 1 }),
    entropy: Type.Optional(Type.Number({ minimum: 0, maximum: 8 })),
    checksum: Type.Optional(Type.Enum(['crc32-base62', 'base64-user', 'base64-id', 'bech32', 'jwt', 'pem'])),
    yields: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** What a rule leaves open: a list stands for any one of its texts. */
const Argument = Type.Union([text, Type.Number(), texts]);
export type RuleArgument = Value<typeof Argument>;

/** A rule with one of these keys looks for patterns. */
const formula = {
  pattern: plain,
  patterns: plain,
  'pattern-either': plain,
  'pattern-regex': plain,
  'pattern-inside': plain,
  'pattern-where-python': plain,
  match: plain,
  'pattern-sources': plain,
  'pattern-sinks': plain,
  'pattern-sanitizers': plain,
  'pattern-propagators': plain,
  join: plain,
  extract: plain,
} as const;

/** Keys that only mean something beside a formula. */
const besideFormula = {
  options: plain,
  paths: plain,
  fix: plain,
  'fix-regex': plain,
  'dest-language': plain,
  'dest-rules': plain,
  transform: plain,
  reduce: plain,
  json: plain,
  equivalences: plain,
  validators: plain,
  version: plain,
  'min-version': plain,
  'max-version': plain,
} as const;

/**
 * A rule, in Semgrep's rule language.
 *
 * A rule finds by what the models say (`source-kinds` with `sink-kinds`, or `use-kinds`; these keys are ours), by a
 * formula of patterns, or by both. The formula is kept as it was written: the engine of patterns reads it.
 * `safe-prefix`, ours too, is a regular expression: outside data behind a constant text that matches it does no harm,
 * as behind the host of a URL.
 *
 * `not-in` is a regular expression: in functions of such a name the same thing is meant to be.
 * `arguments` are values that a project may want otherwise: `{{name}}` in any text of the rule is the one of that name.
 * `pack` is the folder of the catalogue that a rule stands in; nobody writes it.
 *
 * In a message of a rule by models `$SOURCE` is the outside data and `$SINK` the call that it reaches, or the call that
 * is wrong; in one by patterns every metavariable is what it stands for.
 *
 * Source: https://semgrep.dev/docs/writing-rules/rule-syntax
 */
export const RuleDocument = Type.Object(
  {
    id: text,
    mode: Type.Optional(Type.Enum(['search', 'taint', 'join', 'extract'])),
    languages: texts,
    severity: Type.Enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'ERROR', 'WARNING', 'INFO', 'INVENTORY', 'EXPERIMENT']),
    message: text,
    'source-kinds': Type.Optional(texts),
    'sink-kinds': Type.Optional(texts),
    'use-kinds': Type.Optional(texts),
    'safe-prefix': Type.Optional(text),
    'not-in': Type.Optional(text),
    secret: Type.Optional(Secret),
    arguments: Type.Optional(Type.Record(text, Argument)),
    pack: Type.Optional(text),
    ...formula,
    ...besideFormula,
    metadata: Type.Optional(Metadata),
  },
  closed,
);

/** Units: both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a rule was written. Shape: `parts` by their path in the rule, joined by `/`; the empty path is the rule. */
export interface Origin {
  readonly file: string;
  readonly parts: Readonly<Record<string, Place>>;
}

/** The one kind of rule, the catalogue's and the user's. Built-in rules were checked when they were built: no origin. */
export type Rule = Value<typeof RuleDocument> & { readonly origin?: Origin };

/** Whether a rule has patterns, beside or instead of kinds. */
export function hasFormula(rule: Rule): boolean {
  return Object.keys(formula).some((key) => key in rule);
}

/** Where a part of a rule stands, or the nearest part around it whose place is known. */
export function placeIn(origin: Origin | undefined, path: readonly (string | number)[]): Place {
  for (let length = path.length; length >= 0; length--) {
    const found = origin?.parts[path.slice(0, length).join('/')];
    if (found) return found;
  }
  return { line: 1, column: 1 };
}
