// Writes the pages about the catalogue's rules: reports link them, and they are published with it.
import fs from 'node:fs';
import path from 'node:path';
import { pagesFolder } from '../dist/authoring/built-pages.js';
import { rulePages } from '../dist/authoring/rule-pages.js';

const folder = pagesFolder();
const fresh = `${folder}.new`;
fs.rmSync(fresh, { recursive: true, force: true });
fs.mkdirSync(fresh, { recursive: true });
for (const { name, text } of rulePages({ paths: [], defaults: true, cwd: folder })) {
  fs.writeFileSync(path.join(fresh, name), text);
}
fs.rmSync(folder, { recursive: true, force: true });
fs.renameSync(fresh, folder); // a reader never sees half of them
