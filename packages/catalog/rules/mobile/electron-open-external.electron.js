import { shell } from 'electron';

export function open(event, url) {
  // ruleid: electron-open-external
  shell.openExternal(url);
}

export function handler({ url }) {
  // ruleid: electron-open-external
  shell.openExternal(url.trim());
  return { action: 'deny' };
}

export function safe(url) {
  // ok: electron-open-external
  shell.openExternal('https://shop.example.com/help');
  // ok: electron-open-external
  shell.openExternal(`https://shop.example.com/orders/${url}`);
  if (url.startsWith('https://')) {
    // ok: electron-open-external
    shell.openExternal(url);
  }
}
