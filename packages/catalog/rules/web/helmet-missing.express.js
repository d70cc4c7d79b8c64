const express = require('express');

function serve() {
  // ruleid: helmet-missing
  const app = express();
  app.get('/', (req, res) => res.send('shop'));
  return app;
}

function second() {
  // ruleid: helmet-missing
  let admin = express();
  admin.listen(8080);
}

function safe(helmet) {
  // ok: helmet-missing
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  // ok: helmet-missing
  const router = express.Router();
  return app.use(router);
}
