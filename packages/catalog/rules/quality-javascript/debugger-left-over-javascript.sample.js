export async function load(url) {
  const answer = await fetch(url);
  // ruleid: debugger-left-over-javascript
  if (!answer.ok) debugger;
  // ruleid: debugger-left-over-javascript
  debugger
  // ok: debugger-left-over-javascript
  return answer.json();
}
export function attach(session) {
  // ok: debugger-left-over-javascript
  session.debugger = '127.0.0.1';
  // ok: debugger-left-over-javascript
  return session.debugger.attach();
}
