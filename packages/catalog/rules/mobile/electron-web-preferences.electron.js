import path from 'node:path';
import { BrowserWindow } from 'electron';

export function open(url) {
  // ruleid: electron-web-preferences
  const window = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: true, contextIsolation: false } });
  window.loadURL(url);
}

export function lenient() {
  // ruleid: electron-web-preferences
  return new BrowserWindow({
    webPreferences: {
      webSecurity: false,
    },
  });
}

export function safe(preferences) {
  // ok: electron-web-preferences
  const other = new BrowserWindow({ webPreferences: preferences });
  // ok: electron-web-preferences
  const plain = new BrowserWindow({ width: 800 });
  // ok: electron-web-preferences
  return new BrowserWindow({ webPreferences: { preload: path.join('app', 'preload.js'), contextIsolation: true, other, plain } });
}
