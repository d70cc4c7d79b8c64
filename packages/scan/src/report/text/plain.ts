/**
 * Text from the scanned project as it may go to a terminal: what would move the cursor, change colours or turn the
 * reading direction around (the "Trojan Source" characters) is shown as an escape. Tabs become spaces.
 */
export function plain(text: string): string {
  return text.replaceAll('\t', tab).replaceAll(unsafe, (it) => {
    const code = it.codePointAt(0)!;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** Markdown as plain text, as far as short sentences use it. */
export function unmarked(markdown: string): string {
  return markdown
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}

const tab = '    ';

// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

const marks = /\p{Mark}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Units: columns of a terminal. Source: Unicode UAX #11, in its common part. */
export function widthOf(text: string): number {
  let width = 0;
  for (const it of text) width += marks.test(it) ? 0 : wide.test(it) ? 2 : 1;
  return width;
}

/** Cuts a line that is too long, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const it of text) {
    used += widthOf(it);
    if (used > width) break;
    kept += it;
  }
  return `${kept}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks prose into lines at spaces. A longer word gets a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = '';
    for (const word of plain(paragraph).split(/ +/)) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}
