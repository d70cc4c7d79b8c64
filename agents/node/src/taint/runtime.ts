/**
 * What rewritten code talks to, as the global `$plumb`; `install.ts` adds the operations.
 *
 * Shape: `on` is the number of requests that are being followed. At 0 every hook is one comparison.
 */
export const runtime = { on: 0 };
