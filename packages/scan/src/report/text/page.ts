import { isAbsolute, join, relative } from 'node:path';
import type { Severity } from '@plumbline/core';
import picocolors from 'picocolors';
import { plain } from './plain.ts';

/** What the text is printed on, and for whom. */
export interface PageOptions {
  /** Absolute: what the report's paths are relative to. */
  readonly root: string;
  /** Absolute: what printed paths are relative to. */
  readonly cwd: string;
  readonly color: boolean;
  /** Units: columns of the terminal. */
  readonly columns: number;
  /** Where the page about a rule is, for terminals that open links. */
  readonly addressOf?: (rule: string) => string | undefined;
}

type Paint = (text: string) => string;

/** The same for all parts of a text report: colours, width, how a place is written. */
export interface Page {
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly accent: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly severity: (severity: Severity, text?: string) => string;
  readonly path: (file: string) => string;
  /** A rule's id, as it is read; a link to its page where that can be. */
  readonly rule: (id: string, text?: string) => string;
}

const narrowest = 60;
/** Prose in longer lines is hard to read. */
const widest = 120;

export function pageOf({ root, cwd, color, columns, addressOf }: PageOptions): Page {
  const colors = picocolors.createColors(color);
  const paints: Readonly<Record<Severity, Paint>> = {
    critical: (text) => colors.bold(colors.magenta(text)),
    high: (text) => colors.bold(colors.red(text)),
    medium: (text) => colors.bold(colors.yellow(text)),
    low: (text) => colors.bold(colors.blue(text)),
    info: (text) => colors.bold(colors.cyan(text)),
  };
  return {
    width: Math.min(widest, Math.max(narrowest, columns)),
    bold: colors.bold,
    dim: colors.dim,
    accent: colors.cyan,
    good: colors.green,
    bad: colors.red,
    severity: (severity, text = severity) => paints[severity](text),
    rule(id, text = plain(id)) {
      const address = color ? addressOf?.(id) : undefined;
      return address === undefined ? text : link(text, address);
    },
    path(file) {
      const shown = relative(cwd, join(root, file));
      // A path through many `..` says less than the one in the project.
      return plain(shown.startsWith('../..') || isAbsolute(shown) || shown === '' ? file : shown);
    },
  };
}

/** Source: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda (OSC 8) */
function link(text: string, address: string): string {
  return `\u001b]8;;${plain(address)}\u001b\\${text}\u001b]8;;\u001b\\`;
}
