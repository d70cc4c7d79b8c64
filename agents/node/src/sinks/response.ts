import http from 'node:http';

const { getHeader } = http.OutgoingMessage.prototype;

/** A header of a response that is being written. */
export function headerOf(self: unknown, name: string): string | undefined {
  if (!(self instanceof http.OutgoingMessage)) return undefined;
  const value: unknown = getHeader.call(self, name);
  return typeof value === 'string' ? value : undefined;
}
