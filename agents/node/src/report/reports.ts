import fs from 'node:fs';
import type { Finding, LoadedPackage, RuntimeReport } from '@plumbline/core';
import { PlatformReporter } from './platform.ts';
import { terminalText } from './terminal.ts';

const { appendFileSync } = fs; // as it was before it was watched

export interface Destinations {
  readonly file: string | undefined;
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly service: RuntimeReport['service'];
  repeated(): readonly Finding[];
  packages(): readonly LoadedPackage[];
}

/** Returns what tells a finding to everybody who asked for it: the terminal, a file of JSON lines, the platform. */
export function openReports(to: Destinations): (finding: Finding) => void {
  const platform = to.url === undefined ? undefined : openPlatform(to, to.url);
  const isQuiet = to.file !== undefined || to.url !== undefined;
  return (finding) => {
    if (to.file !== undefined) appendLine(to.file, finding);
    if (!isQuiet || process.stderr.isTTY) process.stderr.write(terminalText(finding, hasColours()));
    platform?.add(finding);
  };
}

function openPlatform(to: Destinations, url: string): PlatformReporter | undefined {
  try {
    return new PlatformReporter({ ...to, url });
  } catch (error) {
    process.stderr.write(
      `plumbline: nothing is sent: PLUMB_URL: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return undefined;
  }
}

function appendLine(file: string, finding: Finding): void {
  try {
    appendFileSync(file, `${JSON.stringify(finding)}\n`);
  } catch (error) {
    process.stderr.write(`plumbline: PLUMB_FILE: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function hasColours(): boolean {
  return process.stderr.isTTY && !process.env.NO_COLOR;
}
