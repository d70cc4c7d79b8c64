import fs from 'node:fs';
import crypto from 'node:crypto';
import multer from 'multer';

export const storage = multer.diskStorage({
  destination: 'uploads',
  filename: (req, file, done) => {
    // ruleid: unrestricted-upload-node
    done(null, file.originalname);
  },
});

export function note(req, res) {
  // ruleid: unrestricted-upload-node
  fs.writeFileSync('notes/' + req.file.originalname, req.file.buffer);
  res.sendStatus(204);
}

export const safe = multer.diskStorage({
  destination: '/srv/uploads',
  filename: (req, file, done) => {
    // ok: unrestricted-upload-node
    done(null, `${crypto.randomUUID()}.png`);
  },
});

export function list(req, res, done) {
  // ok: unrestricted-upload-node
  done(null, req.file.originalname);
  res.json({ name: req.file.originalname });
}
