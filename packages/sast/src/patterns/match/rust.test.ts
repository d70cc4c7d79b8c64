import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const rust = (pattern: string, text: string): string[] => found('rust', pattern, text);

describe('Rust: paths and macros', () => {
  it.each([
    ['A::B::f', 'use A::B::f as g;\nfn m() { g(); f(); }', ['g']],
    ['a::b::D', 'fn m() { let c = a::b::D { x: 1 }; }', ['a::b::D']],
    ['a::b(...)', 'use a::b;\nfn m() { b(1); c(1); }', ['b(1)']],
    ['$F(...)', 'fn m() { println!("x"); f(1); }', ['println!("x")', 'f(1)']],
    ['println!(...)', 'fn m() { println!("x"); println("y"); }', ['println!("x")']],
    ['println(...)', 'fn m() { println!("x"); println("y"); }', ['println("y")']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(rust(pattern, text).toSorted()).toEqual(expected.toSorted());
  });
});

describe('Rust: declarations', () => {
  it.each([
    ['fn $F($X, ...) { ... }', 'fn a(self) {}\nfn b(&mut self, x: T) {}\nfn c(i32) {}\nfn d() {}\n', 3],
    ['fn $F($X: $T) { ... }', 'fn a(&self, x: T) {}\nfn b(x: T) {}\n', 1],
    ['fn $F(mut $X: $T) { ... }', 'fn a(mut x: T) {}\nfn b(x: T) {}\n', 1],
    ['f(&mut $X)', 'fn m() { f(&mut a); f(&b); }', 1],
    ['unsafe { ... }', 'fn m() { unsafe { a(); } { b(); } if x { c(); } }', 1],
    ['struct $S { ... }', 'struct A { x: u32 }\nimpl A {}\n', 1],
    ['match $X { A(_) => ..., B => ... }', 'fn m() { match f() { B => {} A(_) => {} } }', 1],
    ['match $X { A(_) => ..., B => ... }', 'fn m() { match f() { A(_) => {} C => {} } }', 0],
  ])('%s in %s', (pattern, text, expected) => {
    expect(rust(pattern, text)).toHaveLength(expected);
  });
});
