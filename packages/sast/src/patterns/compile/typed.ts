import type { Dialect } from './dialect.ts';
import { typedMark } from './lexer.ts';

const metavariable = '(?<name>\\$[A-Z_][A-Z_0-9]*)';
const before = '(?<before>^|[-(,=!&|+?:;{}\\[<]\\s*|\\b(?:return|throw|case|await)\\s+|\\.\\.\\.\\s+|\\n\\s*)';

const shapes = {
  before: new RegExp(
    `${before}\\(\\s*(?<type>[\\w$.]+(?:<[^()]*>)?\\??(?:\\[\\])*)\\s+${metavariable}\\s*\\)(?!\\s*(?:->|=>|\\{))`,
    'g',
  ),
  pointer: new RegExp(
    `${before}\\(\\s*(?<type>(?:(?:const|unsigned|signed|struct|enum|union|long)\\s+)*(?:\\w+::)*(?:\\w+|\\$[A-Z_][A-Z_0-9]*)(?:<[^()]*>)?(?:\\s+|(?:\\s*[*&])+))\\s*${metavariable}\\s*\\)(?!\\s*\\{)`,
    'g',
  ),
  after: new RegExp(
    `${before}\\(\\s*${metavariable}\\s*:\\s*(?<type>(?:[^(){}\\n]|\\([^()]*\\))+?)\\s*\\)(?!\\s*(?:=>|->|\\{|:))`,
    'g',
  ),
  argument: new RegExp(`(?<before>[(,]\\s*)${metavariable}\\s*:\\s*(?<type>[\\w.[\\]]+)\\s*(?=[,)])`, 'g'),
} as const;

export interface Typed {
  readonly text: string;
  /** Type by metavariable. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * Moves the types of typed metavariables out of the pattern: as casts they would parse, and then fail left of `=`,
 * change precedence or become something else.
 */
export function withoutTypes(dialect: Dialect, text: string): Typed {
  const types = new Map<string, string>();
  let replaced = text;
  for (const shape of shapesOf(dialect, text)) {
    replaced = replaced.replace(shapes[shape], (...all) => {
      const groups: Record<string, string> = all.at(-1);
      types.set(groups['name']!, groups['type']!.trim());
      return `${groups['before']}${typedMark}${groups['name']}`;
    });
  }
  return { text: replaced, types };
}

/** Among parameters, a type is the parameter's own. */
function shapesOf({ typed }: Dialect, text: string): (keyof typeof shapes)[] {
  if (!typed) return [];
  const declares = /\b(?:def|lambda|class|trait|object|case)\b|=>/.test(text);
  if (typed === 'argument') return /\b(?:def|lambda)\b/.test(text) ? [] : ['argument'];
  if (typed === 'after or argument') return declares ? ['after'] : ['after', 'argument'];
  return [typed];
}
