export function send(mail, urgent) {
  // ruleid: constant-condition
  if (false) log(mail);
  // ruleid: constant-condition
  if (urgent || true) {
    post(mail);
  }
  // ok: constant-condition
  while (true) {
    if (mail.sent) break;
  }
  // ok: constant-condition
  if (urgent) post(mail);
}
