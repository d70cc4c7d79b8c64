import { literal } from '@plumbline/core';
/** A rule's `paths`: globs that a file's path, or a folder on it, must and must not match. */
export function applies(
  paths: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  path: string,
): boolean {
  if (paths.exclude.some((it) => isOn(it, path))) return false;
  return paths.include.length === 0 || paths.include.some((it) => isOn(it, path));
}

const compiled = new Map<string, RegExp>();

/** As in Semgrep, a glob is tried on the whole path, on each of its ends and on each folder. */
function isOn(glob: string, path: string): boolean {
  let expression = compiled.get(glob);
  if (!expression) compiled.set(glob, (expression = expressionOf(glob)));
  return expression.test(path);
}

function expressionOf(glob: string): RegExp {
  const anchored = glob.startsWith('/');
  const body = glob.replace(/^\/|\/$/g, '').replace(/\*\*\/?|\*|\?|\[[^\]]*\]|[^*?[]+/g, (piece) => {
    if (piece.startsWith('**')) return piece.endsWith('/') ? '(?:.*/)?' : '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?') return '[^/]';
    if (piece.startsWith('[') && piece.endsWith(']')) return piece.replace('[!', '[^');
    return literal(piece);
  });
  return new RegExp(`${anchored ? '^/?' : '(?:^|/)'}${body}(?:$|/)`);
}
