/** A stretch of the text that nobody may see. */
export interface Secret {
  readonly start: number;
  readonly end: number;
}

/** From this length on, the first characters only tell what kind of token it is. */
const tokenLength = 20;
const shownOfToken = 4;

/** The stretch of a text from `start` to `end` with the secrets in it masked; its length stays. */
export function masked(text: string, start: number, end: number, secrets: readonly Secret[]): string {
  let shown = '';
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    const keep = secret.end - secret.start >= tokenLength ? shownOfToken : 0;
    const from = Math.max(at, secret.start + keep);
    const to = Math.min(end, secret.end);
    if (to <= from) continue;
    shown += text.slice(at, from) + text.slice(from, to).replaceAll(/[^\r\n]/g, '*');
    at = to;
  }
  return shown + text.slice(at, end);
}
