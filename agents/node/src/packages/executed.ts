import type { ExecutedSymbol } from '@plumbline/core';
import type { Row } from '../catalogue/rows.ts';
import { callSites, frameOf } from '../findings/frames.ts';
import type { Watch } from '../watch/wrap.ts';

/**
 * Hears the first call of a vulnerable part, in requests and outside of them. From then on it costs nothing.
 *
 * Shape: `note` is told the access path once.
 */
export function executedWatch({ symbol }: Extract<Row, { is: 'vulnerable' }>, note: (symbol: string) => void): Watch {
  let isWaiting = true;
  return {
    get always() {
      return isWaiting;
    },
    before() {
      if (!isWaiting) return;
      isWaiting = false;
      note(symbol);
    },
  };
}

/** A part that runs now, with the innermost call of the application itself that led there. */
export function executedNow(symbol: string, root: string): ExecutedSymbol {
  const site = callSites().find((it) => it.package === undefined);
  return { symbol, ...(site && frameOf(site, root)), at: new Date().toISOString() };
}
