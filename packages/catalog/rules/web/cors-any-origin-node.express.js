import cors from 'cors';
import express from 'express';

const app = express();
const known = new Set(['https://shop.example.com']);

// ruleid: cors-any-origin-node
app.use(cors({ origin: true, credentials: true }));

app.use((req, res, next) => {
  // ruleid: cors-any-origin-node
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});

// ruleid: cors-any-origin-node
app.use(cors({ credentials: true, origin: (origin, done) => done(null, true) }));

// ok: cors-any-origin-node
app.use(cors());
// ok: cors-any-origin-node
app.use(cors({ origin: ['https://shop.example.com'], credentials: true }));
app.use((req, res, next) => {
  if (known.has(req.headers.origin)) {
    // ok: cors-any-origin-node
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  }
  // ok: cors-any-origin-node
  res.setHeader('Vary', req.headers.origin);
  next();
});
