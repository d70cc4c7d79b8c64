export { tokenScopes } from './auth/scope.ts';
export { createLoginUrl, createOperatorToken } from './operate.ts';
export type { Api } from './routes/index.ts';
export { serve, type Served, type ServeOptions } from './serve.ts';
export { dataFolderOf } from './store/postgres/data-folder.ts';
