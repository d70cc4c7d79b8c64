import http from 'node:http';
import https from 'node:https';
import type { Finding, LoadedPackage, RuntimeReport } from '@plumbline/core';
import { aside } from '../taint/context.ts';

/** What the application's own watches must not see: taken before anything is watched. */
const send = { 'http:': http.request, 'https:': https.request };

const limits = { findings: 1000, packages: 5000, batch: 100, timeout: 2_000, failures: 8, longestWait: 60_000 };
const rhythm = 1_000;

export interface Platform {
  readonly url: string;
  readonly token: string | undefined;
  readonly service: RuntimeReport['service'];
  /** Hits of known findings since the last time it was asked. */
  repeated(): readonly Finding[];
  packages(): readonly LoadedPackage[];
}

/**
 * Sends findings and loaded packages in batches. It waits longer after each failure and gives up quietly; what does
 * not fit into its queue is counted. It never keeps the process alive, but for one last batch of a process that ends.
 */
export class PlatformReporter {
  readonly #to: Platform;
  readonly #target: URL;
  #findings: Finding[] = [];
  #packages: LoadedPackage[] = [];
  #dropped = 0;
  #failures = 0;
  #isSending = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  /** Errors: throws on a URL that is none. */
  constructor(to: Platform) {
    this.#to = to;
    this.#target = new URL('api/v1/runtime', to.url.endsWith('/') ? to.url : `${to.url}/`);
    if (!(this.#target.protocol in send)) throw new Error(`${to.url} is no http or https address`);
    process.once('beforeExit', () => this.#flush());
    this.#later(rhythm);
  }

  add(finding: Finding): void {
    if (this.#isOver) return;
    this.#findings.push(finding);
    if (this.#findings.length > limits.findings) {
      this.#findings.shift();
      this.#dropped++;
    }
    this.#later(rhythm);
  }

  #later(wait: number): void {
    if (this.#isOver || this.#timer || this.#isSending) return;
    this.#timer = aside(() => setTimeout(() => this.#flush(), wait));
    this.#timer.unref();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isOver || this.#isSending) return;
    for (const it of this.#to.repeated()) this.add(it);
    this.#packages = [...this.#packages, ...this.#to.packages()].slice(0, limits.packages);
    const findings = this.#findings.splice(0, limits.batch);
    const packages = this.#packages;
    if (findings.length === 0 && packages.length === 0) return this.#later(rhythm * 10);
    const report: RuntimeReport = {
      version: '1.0',
      service: this.#to.service,
      findings,
      packages,
      dropped: this.#dropped,
    };
    this.#packages = [];
    this.#dropped = 0;
    this.#isSending = true;
    this.#post(JSON.stringify(report), (status) => this.#answered(status, report));
  }

  #answered(status: number, report: RuntimeReport): void {
    this.#isSending = false;
    if (status >= 200 && status < 300) {
      this.#failures = 0;
      return this.#later(this.#findings.length > 0 ? 0 : rhythm);
    }
    this.#failures++;
    const isRefused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    this.#isOver = isRefused || this.#failures >= limits.failures;
    this.#findings = [...report.findings, ...this.#findings].slice(0, limits.findings);
    this.#packages = [...report.packages, ...this.#packages];
    this.#dropped += report.dropped;
    this.#later(Math.min(rhythm * 2 ** this.#failures, limits.longestWait));
  }

  /** Status 0: no answer. */
  #post(body: string, done: (status: number) => void): void {
    let isDone = false;
    const finish = (status: number): void => {
      if (!isDone) done(status);
      isDone = true;
    };
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(this.#to.token !== undefined && { authorization: `Bearer ${this.#to.token}` }),
    };
    aside(() => {
      const start = send[this.#target.protocol as keyof typeof send];
      const request = start(
        this.#target,
        { method: 'POST', headers, timeout: limits.timeout, agent: false },
        (response) => {
          response.resume();
          response.once('close', () => finish(response.statusCode ?? 0));
        },
      );
      const limit = setTimeout(() => request.destroy(new Error('too slow')), limits.timeout);
      limit.unref();
      request.once('error', () => finish(0));
      request.once('close', () => {
        clearTimeout(limit);
        finish(0);
      });
      request.once('socket', (socket) => socket.unref());
      request.end(body);
    });
  }
}
