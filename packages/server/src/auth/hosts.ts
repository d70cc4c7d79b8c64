import os from 'node:os';

/** The names under which this server may be asked for, and the origins of its own pages. */
export interface Hosts {
  readonly isOurs: (host: string | undefined) => boolean;
  readonly isOurOrigin: (origin: string | undefined) => boolean;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * A page of another site can give its own name our address and then ask us as if it were us (DNS rebinding); its name
 * stands in the Host header still. So we answer to names we know alone: this machine's, and that of the public address.
 */
export function hostsOf({
  port,
  host,
  publicUrl,
}: {
  readonly port: () => number;
  readonly host: string;
  readonly publicUrl?: string | undefined;
}): Hosts {
  const known = new Set([...loopback, bracketed(host), ...(isLoopback(host) ? [] : ownNames())]);
  const outside = publicUrl === undefined ? undefined : new URL(publicUrl);
  const isOurs = (name: string | undefined): boolean => {
    if (name === undefined) return false;
    if (outside && name.toLowerCase() === outside.host) return true;
    const at = /^(?<name>.*?)(?::(?<port>\d+))?$/.exec(name.toLowerCase())?.groups;
    return at !== undefined && known.has(at['name']!) && Number(at['port'] ?? 80) === port();
  };
  const isOurOrigin = (origin: string | undefined): boolean => {
    if (origin === undefined) return false;
    if (outside && origin === outside.origin) return true;
    return origin.startsWith('http://') && isOurs(origin.slice('http://'.length));
  };
  return { isOurs, isOurOrigin };
}

function isLoopback(host: string): boolean {
  return loopback.includes(bracketed(host));
}

/** A host as a URL writes it. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase();
}

function ownNames(): string[] {
  const addresses = Object.values(os.networkInterfaces()).flatMap((it) => it ?? []);
  return [os.hostname().toLowerCase(), ...addresses.map((it) => bracketed(it.address))];
}
