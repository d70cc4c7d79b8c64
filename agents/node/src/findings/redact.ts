export const redacted = '[redacted]';

const secretName =
  /pass(?:word|wd|phrase)?|pwd|secret|token|auth|session|cookie|api[-_.]?key|credential|private|signature|card|cvv|cvc|iban|ssn|pin$/i;

/** Texts that are secret whatever they are called. */
const secretTexts: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\b(?:bearer|basic)\s+[\w.~+/=-]{8,}/gi,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]|glpat|xox[abprs]|sk|pk|rk|npm|plumb)[_-][\w-]{16,}/g,
  /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g,
  /\b(?:\d[ -]?){12,18}\d\b/g,
];

/** `password = 'x'`, `--token x`: the value behind a name that says so. */
const secretAssignment =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|credential)["'`]?\s*(?:=|:|=>|\s)\s*)(["'`]?)([^\s"'`,;&)]{3,})\2/gi;

/** Whether what goes by this name must not leave the process. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** A text without the secrets in it. */
export function redact(text: string): string {
  const masked = secretTexts.reduce((it, pattern) => it.replaceAll(pattern, redacted), text);
  return masked.replaceAll(
    secretAssignment,
    (_, before: string, quote: string) => `${before}${quote}${redacted}${quote}`,
  );
}
