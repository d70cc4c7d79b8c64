import type { Location } from '@plumbline/core';
import { locationInLine } from '../text/lines.ts';

/** Where a stretch of a text stands, one line of it. Units: offsets. */
export function placeOf(file: string, text: string, start: number, end: number): Location {
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  return locationInLine(file, line, start - before.lastIndexOf('\n'), end - start);
}

/** The host of an address, with its port; undefined for what is no address of a server. */
export function hostOf(address: string): string | undefined {
  return /^(?:[a-z+]{2,20}:)?\/\/(?:[^@/?#\s]{0,300}@)?([^/?#\s@]{1,253})/i.exec(address)?.[1]?.toLowerCase();
}

/** Without what is nobody's business. */
export function withoutSecrets(address: string): string {
  return address.replace(/^([a-z+]{2,20}:)?\/\/[^@/?#\s]{0,300}@/i, '$1//').slice(0, 200);
}

/** A host of the own network: what is there is private, and nobody has to encrypt on the way to the own machine. */
export function isPrivate(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  const isLocal = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\])/.test(name);
  return isLocal || !name.includes('.') || /\.(?:internal|local|localdomain|lan|corp|intranet|intra|home)$/.test(name);
}

export function isOwnMachine(host: string): boolean {
  return /^(?:localhost|127\.\d|\[::1\]|host\.docker\.internal)/.test(host);
}
