# ruleid: duplicate-hash-key
PORTS = { 'http' => 80, 'https' => 443, 'http' => 8080 }
# ruleid: duplicate-hash-key
CODES = { 200 => 'ok',
          404 => 'not found',
          200 => 'fine' }
# ok: duplicate-hash-key
NAMES = { 'http' => 80, 'https' => 443 }
# ok: duplicate-hash-key
OTHERS = { 'a' => { 'x' => 1 }, 'b' => { 'x' => 2 } }
