import { parse as meriyah, type ESTree } from 'meriyah';

export type Format = 'commonjs' | 'module';

/** Errors: throws on what it cannot read; the caller then leaves the file alone. */
export function parse(text: string, format: Format): ESTree.Program {
  return meriyah(text, {
    sourceType: format,
    next: true,
    webcompat: true,
    validateRegex: false,
    ranges: { start: true, end: true, range: false },
  });
}
