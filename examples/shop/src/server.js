'use strict';

const { createShop } = require('./shop.js');

const port = Number(process.env.PORT || 3000);

createShop().then((app) => {
  const server = app.listen(port, '127.0.0.1', () => {
    console.log(`shop: http://127.0.0.1:${server.address().port}`);
  });
});
