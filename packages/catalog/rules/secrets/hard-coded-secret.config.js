// ruleid: hard-coded-secret
const accessKeyId = 'AKIAQ3EGV7XYZ2BCD4FH';
// ruleid: hard-coded-secret
const githubToken = 'ghp_9aZk3Lm0Qx7Rt2Vw5Yb8Nc1Df4Gh6Jp0Sq3U';
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
  // ruleid: hard-coded-secret
  database: 'postgres://shop:k3nn-w0rt@db.internal:5432/shop',
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
export const isPublic = accessKeyId.startsWith('AKIA') && githubToken.startsWith('ghp_') && fromEnvironment;
