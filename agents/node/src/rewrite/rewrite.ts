import { apply, type Columns, type Edit } from './edits.ts';
import { parse, type Format } from './parse.ts';
import { runtimeName } from './scope.ts';
import { Rewriter } from './rewriter.ts';

/** A text whose string operations report themselves, or `code: undefined` where there are none. */
export interface Rewritten {
  readonly code: string | undefined;
  readonly columns: Columns;
  /** Constant strings and keys of the text: a value from outside that equals one can be mistaken for it. */
  readonly literals: readonly string[];
}

const untouched: Rewritten = { code: undefined, columns: [], literals: [] };
const hasTextOperations =
  /[+`]|eval|Function|\.(?:slice|sub|replace|trim|split|join|parse|stringify|concat|pad|repeat|match|exec|from|test|includes|has|starts|normalize|to(?:String|Lower|Upper|Locale))|(?:de|en)codeURI|atob|btoa|new\s+URL/;

/**
 * Makes the string operations of a file report themselves to the agent. The result computes the same, in the same
 * order, with every token on its line: operands are caught in local variables on their way, and the operation itself
 * stays as it was written.
 *
 *     a + b.c   →   (typeof ($plumb0=a + ($plumb1=b.c))==='string'&&$plumb.on?$plumb.two($plumb0,a,$plumb1):$plumb0)
 *
 * Errors: none. What does not parse is left alone.
 */
export function rewrite(text: string, format: Format): Rewritten {
  if (text.includes(runtimeName) || !hasTextOperations.test(text)) return untouched;
  return rewriteWith(new Rewriter(text, false), text, format);
}

/** The same for the body of a function that is made of text. */
export function rewriteBody(text: string): string {
  if (text.includes(runtimeName) || !hasTextOperations.test(text)) return text;
  return rewriteWith(new Rewriter(text, true), text, 'commonjs').code ?? text;
}

function rewriteWith(rewriter: Rewriter, text: string, format: Format): Rewritten {
  try {
    rewriter.program(parse(text, format));
    if (rewriter.operations === 0) return { ...untouched, literals: [...rewriter.literals] };
    return { ...applied(text, rewriter.edits), literals: [...rewriter.literals] };
  } catch {
    return untouched; // syntax that the parser does not know, or nesting too deep for it
  }
}

function applied(text: string, edits: readonly Edit[]): { code: string; columns: Columns } {
  return apply(
    text,
    edits.filter((it) => it.remove > 0 || it.text !== ''),
  );
}
