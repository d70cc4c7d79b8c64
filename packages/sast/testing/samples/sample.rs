#!/usr/bin/env run
#![allow(dead_code)]
//! Docs
extern crate serde as s;
use std::collections::HashMap;
use std::io::{self, Read as R, fs::{File, *}, prelude::*};
use crate::db::*;
use a::b as c;
mod inner { pub fn f() {} }
mod outer;
pub(crate) const LIMIT: u32 = 0x1F;
static mut COUNT: usize = 0;
type Names<'a> = Vec<&'a str>;
extern "C" { fn external(a: i32, ...) -> i32; }
macro_rules! mine { ($x:expr) => { $x + 1 }; }

#[derive(Debug, Clone)]
#[serde(rename = "x")]
pub struct Server<'a, T: Clone = i32, const N: usize = 1> where T: Send { pub db: &'a Db, #[x] inner: Box<dyn Fn(i32) -> T>, arr: [u8; 4] }
struct Pair(pub i32, String);
struct Unit;
union Both { a: u32, b: f32 }
enum Shape { Circle(f64), Square { side: f64 }, #[default] Empty = 1 }
trait Area: Base { type Out: Copy; const X: i32 = 1; fn area(&self) -> f64; fn twice(&self) -> f64 { self.area() * 2.0 } }
unsafe impl<T> Area for Server<'_, T> {
    type Out = f64;
    fn area(&mut self) -> f64 { 1.5 }
    pub async unsafe extern "C" fn get(self: Box<Self>, id: &str, (a, mut b): (i32, i32), _: impl Fn()) -> Result<Vec<u8>, Error> {
        let sql = format!("select * from t where id = {}", id.trim(), x[1], y = 2);
        let mut rows: Vec<_> = self.db.query(&sql, &[1])?.iter().map(|r| r.get::<i32>(0)).collect::<Vec<_>>();
        let Some(first) = rows.first() else { return Err(Error::new()) };
        let (x, y) = (1, 2); let [p, .., q] = [1, 2, 3]; let z = [0u8; 4]; let t = ();
        let raw = r#"raw \"#; let by = b"bytes"; let ch = 'c'; let neg = -x + !y * *ptr; let fl = 1.5e3; let bo = true;
        rows[0] = rows[1]; x += 1; a = b as u8; let rng = 0..10; let r2 = ..=5; let r3 = ..;
        if x > 1 && y < 2 { one(); } else if let Some(v) = opt { use_it(v); } else { two() }
        if let Some(a) = b && a > 1 { }
        let v = if a { 1 } else { 2 };
        match shape {
            Shape::Circle(r) if r > 1.0 => r,
            Shape::Square { side, other: s2, .. } => { side },
            1 | 2 => 1.0, 3..=5 => 2.0, n @ 6 => 3.0, -1 => 0.0, (a, ref b) => 4.0, &c => 1.0, [d, e] => 1.0, CONST => 2.0, "a" => 1.0,
            #[cfg(x)]
            _ => panic!("no"),
        };
        'outer: for (i, row) in rows.iter().enumerate() { if i > 1 { continue 'outer; } break 'outer; }
        while let Some(x) = it.next() { x; }
        while x < 1 { x += 1; }
        let l = loop { break 5; };
        let f = move |a: i32, (b, c)| -> i32 { a + b }; let g = || 1; let fut = async move { g().await }; unsafe { *p = 1 };
        let s = Server { db: &db, inner, ..Default::default() }; let u = Unit; let path = std::env::var("X"); let tu = s.0.1;
        let gen = Vec::<i32>::new(); <T as Area>::area(&s); let cb = const { 1 }; let label = 'b: { 1 };
        vec![1, 2, 3]; println!("{x}"); std::println!("a {:?}", self.db);
        return Ok(rows);
        ;
    }
}
fn main() -> ! { loop {} }
