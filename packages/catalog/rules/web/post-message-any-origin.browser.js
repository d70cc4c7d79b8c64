export function done(result) {
  // ruleid: post-message-any-origin
  window.opener.postMessage({ token: result.token }, '*');
  // ruleid: post-message-any-origin
  window.parent.postMessage(result, '*');
}

export function safe(worker, channel, result, origin) {
  // ok: post-message-any-origin
  window.parent.postMessage(result, 'https://shop.example.com');
  // ok: post-message-any-origin
  window.opener.postMessage(result, origin);
  // ok: post-message-any-origin
  worker.postMessage(result);
  // ok: post-message-any-origin
  channel.postMessage('*');
}
