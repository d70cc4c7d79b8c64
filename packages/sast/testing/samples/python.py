from __future__ import annotations
import os.path, sys as system
from . import sibling
from ..package.module import one as two, three
from package import *
X: int = 1
y: str
a = b = c, *d = 1, 2, 3
a, (b, [c, *e]) = value
a[0], b.c, d[1:2:3], e["k"] = f(), 2, 3, 4
a += 1; b //= 2; c @= d
t = 1,
print(f"text {a!r:>{width}} {b=} {{}} {'nested' + c}", r"raw\n", b"bytes", "joined " 'strings', """long
text""")
if a and not b or c is not None: pass
elif a not in b: pass
elif 1 < a <= 3 != 4: pass
else: pass
for i, (j, k) in enumerate(x): continue
else: z()
while (n := next(it)) is not None: break
else: z()
try: risky()
except ValueError: pass
except (TypeError, os.error) as err: raise Other("x") from err
except: raise
else: fine()
finally: clean()
with open(path) as fh, lock: fh.read()
with (open(p) as g, h as i): pass
def func(a, b: int = 1, /, c=2, *args: str, d, e: dict = {}, **kwargs) -> list[int]:
    "docstring"
    global G, H
    def inner():
        nonlocal a
        a = 1
        yield; yield a; x = yield from b
    return [*args, 1], {**kwargs, "k": 1, a: b}, {1, *args}, (), lambda x, *y, z=1, **w: x
def only(*, key): return key
async def co(*args):
    async with a as b: await c
    async for x in y: yield x
    return [x async for x in y if await x]
@decorator
@app.route("/x", methods=["GET"])
class C(Base, metaclass=Meta):
    attr = 1
    typed: int = 2
    bare: str
    def __init__(self, v): super().__init__(); self.v = v
    @property
    def p(self): return self.v
    @staticmethod
    def s(x): ...
    @classmethod
    def k(cls, *a): return cls(*a)
    class Inner: pass
lst = [x for xs in y if xs for x in xs if x]
st = {x for x in y}; dct = {k: v for k, v in y.items()}; gen = sum(x for x in y)
v = a if b else c
call(1, *a, k=2, **kw)(3)[4].m
assert a, "message"
del a, b[0]
match command:
    case "go" | "run": pass
    case [x, y, *rest] if x: pass
    case {"k": v, **rest}: pass
    case Point(x=0, y=yy): pass
    case (1, -2) as pair: pass
    case str() | None | True: pass
    case obj.attr: pass
    case _: pass
type Alias[T] = list[T]
def generic[T](x: T) -> T: return x
raise
x = ~a ** -b % +c
slice_ = a[:], a[::2], a[1:], a[..., 0]
print >>sys.stderr, "x"
exec "code"
n = 1_000 + 0x1F + 1.5e3 + 2j; none = None; t = True, False
