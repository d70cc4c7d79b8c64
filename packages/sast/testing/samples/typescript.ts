import type { Type } from './types.ts';
import legacy = require('legacy');
import { type Inline, value } from './mixed.ts';
export type Alias<T extends object = {}> = { readonly [K in keyof T]?: T[K] } & Partial<Type>;
export interface Shape<T> extends Base<T>, Other { name: string; method?(arg: number): void; readonly [key: string]: unknown; new (): Shape<T>; (x: 1): 2 }
export enum Color { Red, Green = 'green', Blue = 1 << 2 }
declare module 'augmented' { export const inside: number; }
declare global { interface Window { plumb: string } }
namespace Space.Inner { export function f(): void {} }
abstract class Service<T> extends Base<T> implements Shape<T>, Other {
  private static readonly instance?: Service<string>;
  @Input({ required: true }) name!: string;
  declare readonly kind: 'service';
  constructor(private readonly db: Db, @Inject(TOKEN) public token?: string, plain = 1) { super(); }
  abstract run(): Promise<void>;
  @Get(':id') @Auth async find(@Param('id') id: string, ...rest: unknown[]): Promise<T | undefined> { return (await this.db.get<T>(id))!; }
  override get value(): number { return 1; }
  overload(a: string): void;
  overload(a: unknown) { void a; }
}
@Injectable() export class Decorated {}
export default class { }
function assert(condition: unknown, message?: string): asserts condition { if (!condition) throw new Error(message); }
function generic<const T, U = T>(this: Window, a: T, b?: U): a is T & U { return a as unknown as U satisfies U; }
const cast = <unknown>value, nonNull = map.get('k')!.length, fn: (a: number) => void = (a) => {}, tuple: [a: string, b?: number, ...c: boolean[]] = ['x'];
(value as any).x = 1;
let u: unique symbol, l: typeof legacy, t: `a${string}`, c: T extends (infer R)[] ? R : never, k: keyof typeof cast, big = 10n;
export = legacy;
for (const [key, val] of Object.entries<string>(map)) console.log(key, val);
abstract class Generic { static make = <T,>(x: T): x is T => true; }
type Fn = new (...args: any[]) => object; type G = Array<string>['length']; type This = this;
let v = f<string>, opt = a?.b!.c;
