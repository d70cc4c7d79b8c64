import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { request } from 'node:http';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, by the variables that other tools read, too.
 *
 * Shape: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, small letters first. NO_PROXY is a list of hosts and of ends of
 *        hosts, each with or without a port; `*` stands for all.
 * Source: https://about.gitlab.com/blog/we-need-to-talk-no-proxy/ (what curl, Python, Go and Ruby agree on)
 */
export function proxyFor(url: URL, env: Env): URL | undefined {
  if (isExempt(url, valueOf(env, 'no_proxy') ?? '')) return undefined;
  const said = valueOf(env, url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? valueOf(env, 'all_proxy');
  if (said === undefined) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(said) ? said : `http://${said}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function valueOf(env: Env, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined;
}

function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = url.hostname.toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (only !== undefined && only !== port)) return false;
      return host === name || host.endsWith(`.${name}`);
    });
}

/** What a proxy wants to see of its user. */
export function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A connection through a proxy to the host of an https address, encrypted to its end. */
export async function tunnel(proxy: URL, { hostname, port }: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${hostname}:${port || '443'}`;
  const socket = await new Promise<Socket>((resolve, reject) => {
    const asked = request({
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      createConnection: () =>
        proxy.protocol === 'https:'
          ? connectTls({ host: proxy.hostname, port: Number(proxy.port || 443), servername: proxy.hostname })
          : connect({ host: proxy.hostname, port: Number(proxy.port || 80) }),
      signal,
    });
    asked.once('connect', (response, connected) => {
      if (response.statusCode === 200) resolve(connected);
      else {
        connected.destroy();
        reject(
          new Error(`the proxy ${proxy.host} answers ${response.statusCode ?? ''} ${response.statusMessage ?? ''}`),
        );
      }
    });
    asked.once('error', reject);
    asked.end();
  });
  return new Promise((resolve, reject) => {
    const secured = connectTls({ socket, servername: hostname });
    secured.once('secureConnect', () => resolve(secured));
    secured.once('error', reject);
  });
}
