import type { Naming } from './naming.ts';

/** Source: https://nodejs.org/api/modules.html#built-in-modules */
const builtins = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events
   fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
   string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/),
);

/** A package is imported by its name, or by the one that the project gives it. */
export const scriptNaming: Naming = {
  ecosystem: 'npm',
  language: 'javascript',
  separator: /\//,
  modules: ({ id, name }) => ({ names: [...new Set([name, installedAs(id) ?? name])], sure: true }),
  isStandard: (module) => module.startsWith('node:') || builtins.has(module.split('/')[0]!),
  beside: /\.(?:coffee|svelte|astro|mdx|ejs|pug|hbs|imba|civet)$/,
};

/** The folder that npm puts it into: `"mine": "npm:lodash@4"` is imported as `mine`. */
function installedAs(id: string): string | undefined {
  const at = id.lastIndexOf('node_modules/');
  return at < 0 ? undefined : id.slice(at + 'node_modules/'.length);
}
