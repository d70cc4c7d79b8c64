import { defineCommand } from '../command.ts';

export const dbUpdate = defineCommand({
  name: 'db update',
  summary: 'Fetch advisories, and what is known of attacks, into the local store.',
  description: `Fetches OSV's exports of each ecosystem (all of it at first, later what has changed), EPSS, CISA's list of exploited
vulnerabilities and endoflife.date. A scan fetches nothing: it works with what is there and says when that is old.

Other addresses (a mirror: any web server with the same files) stand in plumbline.yaml under db.sources, or in --source; \`off\` leaves a
source out. The sources are osv, malicious (the list of OpenSSF, which OSV's exports have, too: \`on\`), epss, kev, endoflife and scorecard
(results of OpenSSF Scorecard, one JSON a line, from an address of your own). HTTPS_PROXY, HTTP_PROXY and NO_PROXY are heard.

A source that fails keeps what it had; a download that breaks off goes on where it was, also in the next run. Exit codes: 0 all sources
were asked, 2 one or more failed.`,
  options: {
    ecosystem: {
      value: 'NAME',
      many: true,
      help: 'An ecosystem by OSV’s name, such as npm, PyPI or Debian:12; repeatable (default: db.ecosystems, or all registries)',
    },
    source: { value: 'KIND=URL', many: true, help: 'Where a source is fetched from, or off; repeatable' },
    full: { help: 'Fetch everything anew' },
  },
  examples: [
    ['plumb db update', 'all registries'],
    ['plumb db update --ecosystem npm --ecosystem PyPI', 'two of them'],
    ['plumb db update --source osv=https://mirror.example/osv --source endoflife=off', 'from a mirror'],
  ],
  async run(_, given, terminal) {
    const { advisoriesFolder, readConfig, sourceUrls, updateAdvisories, usualEcosystems } =
      await import('@plumbline/scan');
    const { pairsOf, webOf } = await import('../web.ts');
    const { updateText } = await import('../advisory-store.ts');
    const { db } = readConfig(terminal.cwd, terminal.cwd);
    const folder = advisoriesFolder(terminal.env);
    const started = Date.now();
    try {
      const summary = await updateAdvisories({
        folder,
        now: new Date(),
        urls: sourceUrls({
          ...db.sources,
          ...(await pairsOf('source', given.source, 'a kind, = and an address or off')),
        }),
        ecosystems: given.ecosystem.length > 0 ? given.ecosystem : (db.ecosystems ?? usualEcosystems),
        full: given.full,
        web: await webOf(terminal),
        onProgress: terminal.progress,
      });
      terminal.progress('');
      const exitCode = summary.sources.some((it) => it.is === 'failed') ? 2 : 0;
      return { text: updateText(summary, folder, Date.now() - started), exitCode };
    } finally {
      terminal.progress('');
    }
  },
});
