/** What a member of a request is called in a finding. */
const names: Readonly<Record<string, string>> = {
  query: 'query parameter',
  body: 'body field',
  params: 'path parameter',
  headers: 'header',
  get: 'header',
  header: 'header',
  param: 'parameter',
  cookies: 'cookie',
  signedCookies: 'cookie',
  url: 'URL',
  originalUrl: 'URL',
  path: 'URL path',
  files: 'file',
  file: 'file',
};

export function kindOfSource(member: string): string {
  return names[member] ?? member;
}
