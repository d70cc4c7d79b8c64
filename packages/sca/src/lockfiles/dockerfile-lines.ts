import { linesIn, type Line } from '../text/lines.ts';

/** Units: characters of one instruction, lines of one text in it. */
const maxInstruction = 16 * 1024;

/**
 * The instructions of a Dockerfile, without comments, each with the line that it begins on. What goes on behind a
 * backslash belongs to it; here-documents are left out, for they are another language.
 *
 * Source: https://docs.docker.com/reference/dockerfile/#format
 */
export function dockerInstructions(text: string): readonly Line[] {
  const found: { text: string; readonly number: number }[] = [];
  let isOpen = false;
  let until: string[] = [];
  const escape = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  for (const { text: line, number } of linesIn(text)) {
    if (until.length > 0) {
      if (line.trim() === until[0]) until = until.slice(1);
      continue;
    }
    // Comments and blank lines do not end what goes on.
    if (/^\s*(?:#|$)/.test(line)) continue;
    const bare = line.trimEnd();
    const goesOn = bare.endsWith(escape);
    const part = goesOn ? bare.slice(0, -1) : bare;
    const last = found.at(-1);
    if (!isOpen || !last) found.push({ text: part, number });
    else if (last.text.length < maxInstruction) last.text += ` ${part}`;
    isOpen = goesOn;
    if (!goesOn) until = heredocsIn(found.at(-1)!.text);
  }
  return found;
}

/** `RUN <<EOF` and `COPY <<-"A" <<B /x`: the words that end what follows. */
function heredocsIn(instruction: string): string[] {
  if (!/^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\b/i.test(instruction)) return [];
  return Array.from(
    instruction.slice(0, maxInstruction).matchAll(/(?<!<)<<-?(["']?)([A-Za-z_]\w{0,100})\1/g),
    (it) => it[2]!,
  );
}
