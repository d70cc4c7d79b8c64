import { Agent, request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';
import { authorization, proxyFor, tunnel } from './proxy.ts';

/** What a fetch needs of the world. Tests have their own. */
export interface Web {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  /** Waits before another try, and says why. Units: milliseconds. */
  readonly pause: (milliseconds: number, reason: string) => Promise<void>;
  readonly userAgent: string;
  /** How long a connection may be silent. Units: milliseconds. */
  readonly patience?: number;
}

/** Units: milliseconds. */
const usualPatience = 60_000;
const mostRedirects = 5;

const agents = {
  'http:': new Agent({ keepAlive: true, maxSockets: 8 }),
  'https:': new SecureAgent({ keepAlive: true, maxSockets: 8 }),
};

/**
 * Asks for an address and follows where it leads; the body is the caller's to read.
 *
 * Errors: whatever the connection says; one that leads in circles, or from https to http.
 */
export async function ask(url: URL, headers: Readonly<Record<string, string>>, web: Web): Promise<IncomingMessage> {
  let at = url;
  let sent = headers;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await askOnce(at, sent, web);
    const { location } = response.headers;
    const { statusCode: status = 0 } = response;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return response;
    response.resume();
    if (!URL.canParse(location, at.href)) throw new Error(`${at.host} leads to an address that is none`);
    const next = new URL(location, at);
    if (!Object.hasOwn(agents, next.protocol) || (at.protocol === 'https:' && next.protocol === 'http:')) {
      throw new Error(`${at.host} leads from ${at.protocol} to ${next.protocol}, which is not followed`);
    }
    // Who one is, is not told to whom one is sent.
    if (next.origin !== at.origin)
      sent = Object.fromEntries(Object.entries(sent).filter(([it]) => it !== 'authorization'));
    at = next;
  }
  throw new Error(`${url.host} leads from one address to the next without an end`);
}

async function askOnce(url: URL, headers: Readonly<Record<string, string>>, web: Web): Promise<IncomingMessage> {
  const patience = web.patience ?? usualPatience;
  const options = await optionsFor(url, web, AbortSignal.timeout(patience));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = send({ ...options, headers: { ...headers, 'user-agent': web.userAgent, ...options.headers } });
    asked.setTimeout(patience, () => asked.destroy(new Error(`${url.host} has been silent for ${patience / 1000} s`)));
    const stop = (): void => void asked.destroy(new Error('stopped'));
    web.signal?.addEventListener('abort', stop, { once: true });
    asked.once('close', () => web.signal?.removeEventListener('abort', stop));
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end();
  });
}

async function optionsFor(
  url: URL,
  web: Web,
  signal: AbortSignal,
): Promise<RequestOptions & { readonly headers: object }> {
  const proxy = proxyFor(url, web.env);
  const direct = { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port, path: url.pathname + url.search };
  if (!proxy) return { ...direct, agent: agents[url.protocol as keyof typeof agents], headers: { host: url.host } };
  if (url.protocol === 'https:') {
    const socket = await tunnel(proxy, url, signal);
    return { ...direct, agent: false, createConnection: () => socket, headers: { host: url.host } };
  }
  return {
    host: proxy.hostname,
    port: proxy.port,
    path: url.href,
    agent: false,
    headers: { host: url.host, ...authorization(proxy) },
  };
}
