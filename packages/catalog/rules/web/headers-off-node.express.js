import express from 'express';
import helmet from 'helmet';

const app = express();

// ruleid: headers-off-node
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: headers-off-node
app.use(helmet({ crossOriginEmbedderPolicy: false, frameguard: false }));

// ok: headers-off-node
app.use(helmet());
// ok: headers-off-node
app.use(helmet({ crossOriginEmbedderPolicy: false }));
// ok: headers-off-node
app.use(helmet({ contentSecurityPolicy: { directives: { scriptSrc: ["'self'"] } } }));
