import { defineCommand } from '../command.ts';

export const serve = defineCommand({
  name: 'serve',
  summary: 'Run the platform: pages and API on one PostgreSQL, which it brings along.',
  description:
    'Uses the PostgreSQL that DATABASE_URL names; else starts one of its own in the data folder, on no network port. ' +
    'Prints a link that signs in once; `plumb login` prints another.',
  options: {
    port: { value: 'PORT', default: '7586', help: 'Port to listen on; 0 takes any free one' },
    host: { value: 'ADDRESS', default: '127.0.0.1', help: 'Address to listen on' },
    url: { value: 'URL', env: 'PLUMB_PUBLIC_URL', help: 'Address that browsers use, if there is a proxy between' },
    data: { value: 'DIR', env: 'PLUMB_HOME', help: 'Where the data is kept' },
  },
  examples: [
    ['plumb serve', 'on this machine alone'],
    ['plumb serve --port 8080 --data ./platform', 'another port and folder'],
    ['plumb serve --host 0.0.0.0 --url https://plumb.example.org', 'behind a proxy that does https'],
  ],
  async run(_, options, { cwd, env, signal, print, note }) {
    const [{ resolve }, server, { portOf, publicUrlOf }, { pagesFolder }, { toolVersion }] = await Promise.all([
      import('node:path'),
      import('@plumbline/server'),
      import('./serve/options.ts'),
      import('./serve/pages-folder.ts'),
      import('@plumbline/scan'),
    ]);
    const data = options.data === undefined ? server.dataFolderOf(env) : resolve(cwd, options.data);
    const pages = await pagesFolder();
    if (pages === undefined) note('There are no built pages here: only the API is served.');
    const served = await server.serve({
      data,
      host: options.host,
      port: portOf(options.port),
      publicUrl: publicUrlOf(options.url),
      pages,
      version: toolVersion(),
      env,
      report: note,
    });
    const { version, origin, exited } = served.postgres;
    const database = origin === 'url' ? 'the database of DATABASE_URL' : `${data} (PostgreSQL ${version}, ${origin})`;
    print(`Plumbline is at ${served.url}, its data in ${database}.`);
    print('');
    print(`  Sign in, once, within 15 minutes:  ${served.loginUrl}`);
    print(`  Another link:                      plumb login${where(options.data)}`);
    print(`  A token for scans and services:    plumb token create --name ci${where(options.data)}`);
    print('');
    print('Ctrl-C stops it.');

    const ended = await Promise.race([
      new Promise<'stopped'>((done) => {
        if (signal.aborted) done('stopped');
        else signal.addEventListener('abort', () => done('stopped'), { once: true });
      }),
      exited.then(() => 'database-ended' as const),
    ]);
    if (ended === 'database-ended') note(`PostgreSQL ended by itself; ${data}/pg.log says why.`);
    else note('Stopping.');
    await served.stop();
    return { exitCode: ended === 'stopped' ? 0 : 2 };
  },
});

/** The folder again, for commands that must name the same one. */
function where(data: string | undefined): string {
  return data === undefined
    ? ''
    : ` --data ${/^[\w./-]+$/.test(data) ? data : `'${data.replaceAll("'", String.raw`'\''`)}'`}`;
}
