import type { LinkedExport } from '@plumbline/core';
import type { ClassInfo, FunctionInfo, Ir } from '../ir/ir.ts';
import { isVisible } from './entry.ts';
import type { Ref } from './refs.ts';
import type { Values } from './values.ts';

/** What other files can use of this one. JavaScript says it; elsewhere it is what is declared: code close by sees all of it. */
export function exportsOf(ir: Ir, language: string, values: Values): readonly LinkedExport[] {
  return language === 'javascript' ? said(ir, values) : declared(ir, language);
}

const exported: Ref = { is: 'exports' };

function said(ir: Ir, values: Values): readonly LinkedExport[] {
  const own = ir.exports.flatMap(({ name, variable }) =>
    values.of(variable).flatMap((it) => under(ir, values, name === 'default' ? '' : name, it)),
  );
  const common = values
    .fields(exported)
    .flatMap((name) => values.field(exported, name).flatMap((it) => under(ir, values, name, it)));
  return [...own, ...common];
}

/** A value under a name, and what can be reached through it. */
function under(ir: Ir, values: Values, name: string, ref: Ref): readonly LinkedExport[] {
  switch (ref.is) {
    case 'function':
      return [{ name, function: ref.index }];
    case 'class':
      return classExports(ir, name, ir.classes[ref.index]!, 'javascript');
    case 'library':
      return [{ name, of: { module: ref.module, symbol: ref.symbol } }];
    case 'instance':
      return methods(ir, ref.index, 'javascript').map((it) => ({ name: join(name, it.name), function: it.index }));
    case 'object':
      return values.fields(ref).flatMap((field) =>
        values.field(ref, field).flatMap((it): readonly LinkedExport[] => {
          if (it.is === 'function') return [{ name: join(name, field), function: it.index }];
          if (it.is === 'class') return classExports(ir, join(name, field), ir.classes[it.index]!, 'javascript');
          return it.is === 'library' ? [{ name: join(name, field), of: { module: it.module, symbol: it.symbol } }] : [];
        }),
      );
    default:
      return [];
  }
}

function declared(ir: Ir, language: string): readonly LinkedExport[] {
  const functions = ir.functions
    .filter((it) => it.is === 'function' && it.parent === 0 && it.class < 0 && it.name !== '')
    .map((it) => ({ name: it.name, function: it.index }));
  return [...functions, ...ir.classes.flatMap((it) => classExports(ir, it.name, it, language))];
}

function classExports(ir: Ir, name: string, { index }: ClassInfo, language: string): readonly LinkedExport[] {
  if (name === '' && language !== 'javascript') return [];
  return methods(ir, index, language).map((it) => {
    if (it.is === 'constructor' || it.is === 'fields') return { name, function: it.index };
    return { name: it.static ? join(name, it.name) : `${name}#${it.name}`, function: it.index };
  });
}

function methods(ir: Ir, index: number, language: string): readonly FunctionInfo[] {
  const all = ir.functions.filter((it) => it.class === index);
  // Code of the same package sees more than others; a hidden method of JavaScript is seen by nobody.
  return language === 'javascript' ? all.filter((it) => it.is === 'fields' || isVisible(ir, it, language)) : all;
}

function join(name: string, member: string): string {
  return [name, member].filter((it) => it !== '').join('.');
}
