export { createApp, type AppOptions } from './app.ts';
export { hostsOf } from './auth/hosts.ts';
export { tokenScopes } from './auth/scope.ts';
export { newLoginCode, newToken } from './auth/sign-in.ts';
export type { Api } from './routes/index.ts';
export { serve, type ServeOptions, type Served } from './serve.ts';
export { dataFolderOf } from './store/postgres/data-folder.ts';
export { addressOf, openPostgres, type Postgres } from './store/postgres/open-postgres.ts';
export { openStore, type OpenStore, type Store } from './store/store.ts';
