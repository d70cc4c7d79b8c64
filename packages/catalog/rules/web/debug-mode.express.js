const errorhandler = require('errorhandler');
const express = require('express');

const app = express();
const admin = express();

// ruleid: debug-mode
app.use(errorhandler());

// ruleid: debug-mode
admin.use(errorhandler({ log: false }));

app.get('/', (req, res) => {
  // ok: debug-mode
  res.json({ shop: 'ours' });
});

// ok: debug-mode
app.listen(3000);
