// Plain JavaScript, committed: `node --import @plumbline/node/register app.js` names this file.
import './dist/register.js';
