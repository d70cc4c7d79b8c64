import type { Argument, Condition } from '@plumbline/catalog';

/** The values at a place of a call: `0`, `2..`, `*`, or the name of an option. */
export function valuesAt(argument: Argument, args: readonly unknown[]): readonly unknown[] {
  if (typeof argument === 'number') return argument < args.length ? [args[argument]] : [];
  if (argument === '*') return args;
  const from = /^(\d+)\.\.$/.exec(argument)?.[1];
  if (from !== undefined) return args.slice(Number(from));
  return args.flatMap((it) => (memberOf(it, argument) === undefined ? [] : [memberOf(it, argument)]));
}

/** A member of an options object, `cookie.secure` for a nested one. Only data: no getter of the application's is run. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  let at: unknown = value;
  for (const name of key.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, name)?.value;
  }
  return at;
}

/** Whether all conditions of a row hold for the values of a call. */
export function hold(
  conditions: readonly Condition[],
  args: readonly unknown[],
  isOutside: (value: unknown) => boolean,
): boolean {
  return conditions.every((condition) => {
    const [found] = valuesAt(condition.arg, args);
    const value = condition.key === undefined ? found : memberOf(found, condition.key);
    return (
      (condition.absent === undefined || condition.absent === (value === undefined)) &&
      (condition.in === undefined || condition.in.some((it) => it === value)) &&
      (condition.matches === undefined ||
        (typeof value === 'string' && new RegExp(condition.matches, 'i').test(value))) &&
      (condition.constant === undefined || condition.constant === !isOutside(value))
    );
  });
}
