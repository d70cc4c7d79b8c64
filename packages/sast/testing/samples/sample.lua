#!/usr/bin/lua
-- comment
--[[ long ]]
local db = require("db")
local a, b <const> = 1, 0x1F
local none, other
x = 1; x, y = y, x
local t = { 1, "two", key = 3, ["k"] = 4, f(x); }
t.field = t["k"]; t[1] = #t; s = 'a\n' .. "b" .. [[raw\]]
local function find(id, ...)
  local args = { ... }
  local rows = db:query("select " .. id, ...)
  if not rows then return nil elseif #rows > 1 and true or false then return rows, 1 else error("x") end
  while x < 1 do x = x + 1 end
  repeat x = x - 1 until x == 0
  for i = 1, 10, 2 do if i ~= 3 then break end end
  for k, v in pairs(t) do print(k, v) end
  goto done
  ::done::
  do local inner = (x) end
  return function(p) return p ^ 2 end
end
function t.method(a) return -a end
function t:other(a) return self.x end
function global() end
find "literal"; find { a = 1 };
