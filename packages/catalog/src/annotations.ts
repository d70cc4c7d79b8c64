/**
 * What a comment of a sample says about the line after it, as in Semgrep's tests: `ruleid` = the rule finds something
 * there, `ok` = it must not; `todoruleid` and `todook` = it does not yet as it should.
 */
export interface Annotation {
  readonly is: 'ruleid' | 'ok' | 'todoruleid' | 'todook';
  readonly rule: string;
  /** The line that it speaks of: the next one without an annotation. Units: from 1. */
  readonly line: number;
}

const shape =
  /(?:#|\/\/|\/\*|<!--|--|;|%|\(\*|\*)\s*(?<is>(?:todo)?(?:ruleid|ok))\s*:\s*(?<rules>[\w./-]+(?:\s*,\s*[\w./-]+)*)/i;

/** Source: https://semgrep.dev/docs/writing-rules/testing-rules */
export function annotationsIn(text: string): Annotation[] {
  const found: Annotation[] = [];
  let open: Omit<Annotation, 'line'>[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const groups = shape.exec(line)?.groups;
    if (groups) {
      const rules = groups['rules']!.split(',').map((it) => it.trim().replace(/-+$/, ''));
      open.push(...rules.map((rule) => ({ is: wordOf(groups['is']!), rule })));
      continue;
    }
    found.push(...open.map((it) => ({ ...it, line: at + 1 })));
    open = [];
  }
  return found;
}

function wordOf(text: string): Annotation['is'] {
  const isTodo = text.toLowerCase().startsWith('todo');
  if (text.toLowerCase().endsWith('ok')) return isTodo ? 'todook' : 'ok';
  return isTodo ? 'todoruleid' : 'ruleid';
}

/**
 * A sample as it is scanned. In one with `.parts.` in its name, `{+}` only keeps two parts of a made-up secret apart, so
 * that no host of code takes it for a real one and refuses it.
 */
export function sampleText(file: string, text: string): string {
  return file.includes('.parts.') ? text.replaceAll('{+}', '') : text;
}
