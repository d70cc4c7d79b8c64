// ruleid: hard-coded-secret
const signingKey = 'q7Zt-0Wd4-Lk81-Xn5c';
// ok: hard-coded-secret
const fromEnvironment = process.env.GITHUB_TOKEN;

export const settings = {
  // ruleid: hard-coded-secret
  password: 'c0rrect-h0rse-b4ttery',
  // ok: hard-coded-secret
  passwordField: 'input-password',
  // ok: hard-coded-secret
  password2: 'changeme-please',
  // ok: hard-coded-secret
  apiKey: process.env.API_KEY ?? '',
  // ruleid: hard-coded-secret
  apiKey2: 'f3a9c1d27b6e4850',
  // ok: hard-coded-secret
  secretName: 'prod/database/password',
  // ok: hard-coded-secret
  localDatabase: 'postgres://postgres:postgres@localhost:5432/shop',
};

export const labels = {
  // ok: hard-coded-secret
  password: 'Password',
  // ok: hard-coded-secret
  secret: 'client_secret',
};

// ok: hard-coded-secret
export const isPublic = signingKey.startsWith('pk_') && fromEnvironment;
