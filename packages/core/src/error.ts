/** Every mistake a user can make, with the sentence that tells them so and what to do. */
const sentences = {
  'path-not-found': (d: { path: string }) => `There is no file or folder ${d.path}.`,
  'option-invalid': (d: { option: string; value: string; expected: string }) =>
    `--${d.option} ${d.value}: expected ${d.expected}.`,
  'config-invalid': (d: { file: string; line: number; column: number; message: string }) =>
    `${d.file}:${d.line}:${d.column}: ${d.message}`,
  'rules-not-found': (d: { path: string }) => `There are no rules in ${d.path}: expected YAML with a key "rules".`,
  'rules-unreachable': (d: { address: string; message: string }) =>
    `The rules at ${d.address} cannot be fetched: ${d.message}.`,
  'rules-changed': (d: { address: string; sha256: string }) =>
    `The rules at ${d.address} are not the pinned ones: their SHA-256 is ${d.sha256}. Look at what changed before you pin them anew.`,
  'pack-unknown': (d: { name: string; known: string }) => `There is no pack ${d.name}. There are: ${d.known}.`,
  'rule-unknown': (d: { id: string; near: string }) =>
    `There is no rule ${d.id}${d.near === '' ? '' : `; did you mean ${d.near}?`} \`plumb rules list\` shows all.`,
  'argument-unknown': (d: { rule: string; name: string; known: string }) =>
    `plumbline.yaml: rule ${d.rule} has no argument ${d.name}; it has ${d.known}.`,
  'advisories-not-found': (d: { path: string }) => `There are no OSV records in ${d.path}.`,
  'vex-invalid': (d: { path: string; message: string }) => `${d.path} is no VEX document: ${d.message}.`,
  'file-changed': (d: { path: string }) =>
    `${d.path} is not as it was when the change was planned, or is no plain UTF-8 file: nothing was written.`,
  'baseline-invalid': (d: { path: string; message: string }) =>
    `${d.path} is not a report of an earlier scan (--format json): ${d.message}.`,
  'repository-missing': (d: { path: string }) =>
    `--diff compares with a commit, and ${d.path} is in no git repository.`,
  'base-unknown': (d: { base: string }) =>
    `There is no commit ${d.base} here: name a branch, a tag or a commit that was fetched (git fetch origin ${d.base}).`,
  'history-shallow': (d: { base: string }) =>
    `The history here is too short to compare with ${d.base}: get the rest (git fetch --unshallow; fetch-depth: 0 in a pipeline).`,
  'base-unrelated': (d: { base: string }) => `${d.base} and the current commit have no history in common.`,
  'git-failed': (d: { message: string }) => `git cannot be asked: ${d.message}.`,
  'store-busy': (d: { path: string }) => `Another import into ${d.path} is under way; try again when it has ended.`,
  'archive-invalid': (d: { path: string; message: string }) => `${d.path} cannot be read as an archive: ${d.message}.`,
  'image-invalid': (d: { path: string; message: string }) =>
    `${d.path} cannot be read as a container image (docker save, OCI layout, or a folder of one): ${d.message}.`,
  'platform-not-found': (d: { platform: string; known: string }) =>
    `The image has nothing for ${d.platform}; it has: ${d.known}.`,
  'download-failed': (d: { url: string; message: string }) => `${d.url} cannot be fetched: ${d.message}.`,
  'signature-invalid': (d: { path: string; message: string }) =>
    `The advisories in ${d.path} are not used: ${d.message}.`,
  'key-invalid': (d: { path: string; message: string }) => `${d.path} is no Ed25519 key in PEM form: ${d.message}.`,
  'server-unreachable': (d: { url: string; message: string }) =>
    `The platform at ${d.url} cannot be reached: ${d.message}.`,
  'server-refused': (d: { url: string; status: number; message: string }) =>
    `The platform at ${d.url} refused the upload (${d.status}): ${d.message}.`,
  'url-missing': (d: { variable: string }) => `An upload needs the platform's address: --url or ${d.variable}.`,
  'token-missing': (d: { variable: string }) =>
    `An upload needs a token: set ${d.variable} (make one in the platform's settings).`,
  'not-found': (d: { what: string; id: string }) => `There is no ${d.what} ${d.id}.`,
  unauthorized: () => 'Sign in first: open the link that `plumb serve` printed, or send a token.',
  forbidden: (d: { what: string }) => `This sign-in may not ${d.what}.`,
  'login-expired': () => 'This sign-in link was used before or is too old: `plumb login` prints a new one.',
  'request-invalid': (d: { message: string }) => `The request is not valid: ${d.message}.`,
  'request-foreign': (d: { message: string }) => `The request is refused: ${d.message}.`,
  'address-unavailable': (d: { address: string; message: string }) =>
    `The platform cannot listen on ${d.address}: ${d.message}.`,
  'database-unavailable': (d: { reason: string; message: string }) => `No database: ${d.message}.`,
} as const;

export type ErrorCode = keyof typeof sentences;
type Detail<C extends ErrorCode> = Parameters<(typeof sentences)[C]> extends [infer D] ? D : undefined;

/** A mistake of the user's, not of ours. The edges end it; nothing in between catches it. */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly detail: Detail<C>;

  /** By its name: `plumb` is bundled, and the platform that it starts has a class of its own. */
  static override [Symbol.hasInstance](it: unknown): boolean {
    return it instanceof Error && it.name === 'UserError';
  }

  constructor(code: C, ...detail: Parameters<(typeof sentences)[C]>) {
    super((sentences[code] as (d?: unknown) => string)(detail[0]));
    this.name = 'UserError';
    this.code = code;
    this.detail = detail[0] as Detail<C>;
  }
}
