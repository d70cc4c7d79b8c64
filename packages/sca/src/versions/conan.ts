/**
 * Conan's order of versions: items between dots, numbers by value and other items as texts (`1.1.1k`), zeros at the end
 * weigh nothing; then pre-release behind `-` and build behind `+`.
 *
 * Source: https://github.com/conan-io/conan, conan/internal/model/version.py
 */
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

export const conan: VersionScheme = {
  docs: 'https://docs.conan.io/2/reference/tools/scm.html#version',
  readable: (version) => version.length <= maxVersionLength && /^[\w.+-]+$/.test(version),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    const order = compareItems(left.items, right.items);
    if (order !== 0) return order;
    if (left.pre === undefined || right.pre === undefined) {
      if (left.pre !== right.pre) return left.pre === undefined ? 1 : -1;
    } else {
      const early = compareItems(itemsOf(left.pre), itemsOf(right.pre));
      if (early !== 0) return early;
    }
    return compareItems(itemsOf(left.build), itemsOf(right.build));
  },
};

function read(version: string): { readonly items: readonly string[]; readonly pre?: string; readonly build: string } {
  const plus = version.indexOf('+');
  const bare = plus === -1 ? version : version.slice(0, plus);
  const hyphen = bare.indexOf('-');
  return {
    items: itemsOf((hyphen === -1 ? bare : bare.slice(0, hyphen)).toLowerCase()),
    ...(hyphen === -1 ? {} : { pre: bare.slice(hyphen + 1) }),
    build: plus === -1 ? '' : version.slice(plus + 1),
  };
}

function itemsOf(text: string): readonly string[] {
  const items = text === '' ? [] : text.split('.');
  while (items.length > 0 && /^0+$/.test(items.at(-1)!)) items.pop();
  return items;
}

function compareItems(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const order = isNumber(left) && isNumber(right) ? compareDigits(left, right) : compareText(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function isNumber(item: string): boolean {
  return /^\d+$/.test(item);
}
