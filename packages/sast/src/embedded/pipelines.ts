/**
 * Scripts in the configuration of GitHub Actions and GitLab CI.
 *
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 * Source: https://docs.gitlab.com/ci/yaml/#script
 */
import { Kind, Role } from '../languages/kinds.ts';
import { children, kindOf, nameOf, NONE, part, startOf, endOf, type Tree } from '../tree/tree.ts';
import type { LanguageName } from './names.ts';
import type { Region } from './region.ts';

const shells: Readonly<Record<string, LanguageName>> = {
  bash: 'bash',
  sh: 'bash',
  python: 'python',
  python3: 'python',
  node: 'javascript',
};

/** `run:` in the language of its `shell:`, and the scripts of `actions/github-script`. */
export function actionScripts(tree: Tree): Region[] {
  return dictionaries(tree).flatMap((node) => {
    const entries = entriesOf(tree, node);
    const shell = (textIn(tree, entries.get('shell')) ?? 'bash').trim().split(/\s/)[0]!;
    const language = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    const run = entries.get('run');
    if (run !== undefined && language) return scalarRegions(tree, run, language);
    const uses = textIn(tree, entries.get('uses')) ?? '';
    const inputs = entries.get('with');
    if (!uses.startsWith('actions/github-script@') || inputs === undefined) return [];
    const script = entriesOf(tree, inputs).get('script');
    return script === undefined ? [] : asFunction(scalarRegions(tree, script, 'javascript'));
  });
}

/** Each script is the body of a function of its own: what stands in the next one is not behind its `return`. */
function asFunction(regions: readonly Region[]): Region[] {
  return regions.map((it, i) => ({
    ...it,
    ...(i === 0 && { before: '(async () => {' }),
    ...(i === regions.length - 1 && { after: '\n});' }),
  }));
}

/** `script:` and what runs before and after it. */
export function jobScripts(tree: Tree): Region[] {
  return dictionaries(tree).flatMap((node) => {
    const entries = entriesOf(tree, node);
    const scripts = ['before_script', 'script', 'after_script'].flatMap((it) => entries.get(it) ?? []);
    return scripts.flatMap((it) => linesOf(tree, it)).flatMap((it) => scalarRegions(tree, it, 'bash'));
  });
}

function dictionaries(tree: Tree): number[] {
  const found: number[] = [];
  for (let node = 0; node < tree.size; node++) if (kindOf(tree, node) === Kind.Dict) found.push(node);
  return found;
}

function entriesOf(tree: Tree, dictionary: number): Map<string, number> {
  const pairs = children(tree, dictionary).filter((it) => kindOf(tree, it) === Kind.Pair);
  return new Map(
    pairs.flatMap((it) => {
      const [key, value] = [part(tree, it, Role.key), part(tree, it, Role.value)];
      return key === NONE || value === NONE ? [] : [[nameOf(tree, key), value] as const];
    }),
  );
}

function textIn(tree: Tree, node: number | undefined): string | undefined {
  return node !== undefined && kindOf(tree, node) === Kind.Str ? nameOf(tree, node) : undefined;
}

/** The commands of a list, or of lists in it: one level, as GitLab's references have it. */
function linesOf(tree: Tree, node: number): number[] {
  const items = kindOf(tree, node) === Kind.Array ? children(tree, node) : [node];
  return items.flatMap((it) => (kindOf(tree, it) === Kind.Array ? children(tree, it) : [it]));
}

/** The lines of a scalar, without what YAML puts around them. */
function scalarRegions(tree: Tree, node: number, language: LanguageName): Region[] {
  if (kindOf(tree, node) !== Kind.Str) return [];
  const [start, end] = [startOf(tree, node), endOf(tree, node)];
  const written = tree.text.slice(start, end);
  if (/^[|>]/.test(written)) return blockLines(tree.text, start, end).map((it) => region(tree.text, it, language));
  const quotes = /^["']/.test(written) ? 1 : 0;
  return [region(tree.text, { start: start + quotes, end: end - quotes }, language)];
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function blockLines(text: string, start: number, end: number): Line[] {
  const header = text.indexOf('\n', start);
  if (header < 0 || header >= end) return [];
  const lines: Line[] = [];
  for (let at = header + 1; at < end;) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  const indents = lines.flatMap((it) => {
    const line = text.slice(it.start, it.end);
    return line.trim() === '' ? [] : [line.length - line.trimStart().length];
  });
  const indent = indents[0] === undefined ? 0 : indents.reduce((a, b) => Math.min(a, b));
  return lines.map((it) => ({ start: Math.min(it.end, it.start + indent), end: it.end }));
}

const expression = /\$\{\{.*?\}\}/g;

/** `${{ a.b }}` is put in before the script runs: for its parser a variable. */
function region(text: string, { start, end }: Line, language: LanguageName): Region {
  const code = text.slice(start, end).replace(expression, (it) => {
    return language === 'bash' ? `\${${'_'.repeat(it.length - 3)}}` : '_'.repeat(it.length);
  });
  return { language, start, end, code };
}
