// needs: 22.13
// asks: /?name=anna
import http from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec('CREATE TABLE users (name TEXT)');
const server = http.createServer((req, res) => {
  const name = decodeURIComponent(req.url.slice('/?name='.length));
  const rows = db.prepare("SELECT * FROM users WHERE name = '" + name + "'").all(); // finds: sql-injection
  const safe = db.prepare('SELECT * FROM users WHERE name = ?').all(name);
  res.end(JSON.stringify({ rows, safe }));
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
