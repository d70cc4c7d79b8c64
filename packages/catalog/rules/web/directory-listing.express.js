import express from 'express';
import serveIndex from 'serve-index';

export function files(app) {
  // ruleid: directory-listing
  app.use('/ftp', serveIndex('ftp', { icons: true }));
  // ruleid: directory-listing
  app.use('/all', express.static('public', { dotfiles: 'allow' }));
}

export function safe(app) {
  // ok: directory-listing
  app.use('/files', express.static('public'));
  // ok: directory-listing
  app.use('/docs', express.static('docs', { dotfiles: 'ignore', index: false }));
}
