import type { Command } from '../command.ts';
import { cacheClear } from './cache-clear.ts';
import { cacheStatus } from './cache-status.ts';
import { dbImport } from './db-import.ts';
import { dbSign } from './db-sign.ts';
import { dbStatus } from './db-status.ts';
import { dbUpdate } from './db-update.ts';
import { dbVerify } from './db-verify.ts';
import { fix } from './fix.ts';
import { licenses } from './licenses.ts';
import { login } from './login.ts';
import { rulesDocs } from './rules-docs.ts';
import { rulesExplain } from './rules-explain.ts';
import { rulesList } from './rules-list.ts';
import { rulesPacks } from './rules-packs.ts';
import { rulesShow } from './rules-show.ts';
import { rulesTest } from './rules-test.ts';
import { rulesValidate } from './rules-validate.ts';
import { sbom } from './sbom.ts';
import { scan } from './scan.ts';
import { serve } from './serve.ts';
import { tokenCreate } from './token-create.ts';
import { vex } from './vex.ts';
import { why } from './why.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  scan,
  serve,
  login,
  tokenCreate,
  why,
  fix,
  sbom,
  licenses,
  vex,
  dbUpdate,
  dbImport,
  dbStatus,
  dbVerify,
  dbSign,
  rulesList,
  rulesPacks,
  rulesShow,
  rulesValidate,
  rulesTest,
  rulesExplain,
  rulesDocs,
  cacheStatus,
  cacheClear,
];

/** Commands of two words belong to a group: its word and what it is about. */
export const groups: Readonly<Record<string, string>> = {
  rules: 'What Plumbline looks for.',
  cache: 'What is kept of earlier scans.',
  db: 'The local advisory data.',
  token: 'Tokens of the platform.',
};
