import { linesIn, type Line } from '../text/lines.ts';

/** A block of a build file: its name and the lines in it, without comments. */
export interface GradleBlock {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** Units: characters of one line; those of build files are far shorter. */
const maxLine = 4096;

/** The blocks of some names, wherever they stand; by lines and braces, for what the code does nobody can tell. */
export function gradleBlocks(text: string, names: ReadonlySet<string>): readonly GradleBlock[] {
  const blocks: { readonly name: string; readonly lines: Line[]; readonly depth: number }[] = [];
  let open: (typeof blocks)[number] | undefined;
  let depth = 0;
  for (const { text: code, number } of codeIn(text)) {
    const begun = open ? undefined : begunIn(code, names);
    if (begun) {
      open = { name: begun.name, lines: [], depth };
      blocks.push(open);
    }
    const inner = begun?.rest ?? code;
    if (open && inner.trim() !== '') open.lines.push({ text: inner, number });
    depth += depthOf(code);
    if (open && depth <= open.depth) open = undefined;
  }
  return blocks;
}

function* codeIn(text: string): Iterable<Line> {
  let isComment = false;
  for (const line of linesIn(text)) {
    if (line.text.length > maxLine) continue;
    const [code, goesOn] = withoutComments(line.text, isComment);
    isComment = goesOn;
    yield { text: code, number: line.number };
  }
}

function begunIn(
  code: string,
  names: ReadonlySet<string>,
): { readonly name: string; readonly rest: string } | undefined {
  for (const it of code.matchAll(/(?:^|[\s.;{])(\w+)\s*\{/g)) {
    if (names.has(it[1]!)) return { name: it[1]!, rest: code.slice(it.index + it[0].length) };
  }
  return undefined;
}

/** Braces outside of texts. */
function depthOf(code: string): number {
  const bare = code.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
  return bare.split('{').length - bare.split('}').length;
}

/** What is left of a line, and whether a comment goes on into the next. */
function withoutComments(line: string, isComment: boolean): readonly [code: string, isComment: boolean] {
  const end = isComment ? line.indexOf('*/') : -2;
  if (end === -1) return ['', true];
  const rest = isComment ? ' '.repeat(end + 2) + line.slice(end + 2) : line;
  const code = rest.replaceAll(/\/\*.*?\*\//g, (it) => ' '.repeat(it.length));
  const start = code.indexOf('/*');
  const bare = (start === -1 ? code : code.slice(0, start)).replace(/(?:^|[^:"'\w])\/\/.*$/, '');
  return [bare, start !== -1];
}
