const fs = require('node:fs');
const path = require('node:path');
const AdmZip = require('adm-zip');

function extract(file, folder) {
  const zip = new AdmZip(file);
  for (const entry of zip.getEntries()) {
    // ruleid: zip-slip
    fs.writeFileSync(path.join(folder, entry.entryName), entry.getData());
  }
}

function extractEach(file, folder) {
  const zip = new AdmZip(file);
  zip.getEntries().forEach((entry) => {
    const target = folder + '/' + entry.entryName;
    // ruleid: zip-slip
    fs.mkdirSync(target, { recursive: true });
  });
}

function extractSafely(file, folder) {
  const zip = new AdmZip(file);
  for (const entry of zip.getEntries()) {
    const target = path.resolve(folder, entry.entryName);
    if (!target.startsWith(folder + path.sep)) throw new Error('outside');
    // ok: zip-slip
    fs.writeFileSync(target, entry.getData());
  }
}

function extractFlat(file, folder) {
  const zip = new AdmZip(file);
  for (const entry of zip.getEntries()) {
    // ok: zip-slip
    fs.writeFileSync(path.join(folder, path.basename(entry.entryName)), entry.getData());
  }
}

module.exports = { extract, extractEach, extractSafely, extractFlat };
