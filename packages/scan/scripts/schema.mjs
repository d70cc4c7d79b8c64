// Writes docs/report.schema.json. Run it after a change of core's Report: node packages/scan/scripts/schema.mjs
import fs from 'node:fs';
import { reportSchema } from '../dist/report/schema.js';

fs.writeFileSync(new URL('../../../docs/report.schema.json', import.meta.url), reportSchema());
