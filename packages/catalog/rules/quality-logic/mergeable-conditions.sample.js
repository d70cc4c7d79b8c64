export function greet(member, hello) {
  // ruleid: mergeable-conditions
  if (member) {
    if (member.active) {
      hello(member);
    }
  }
  // ruleid: mergeable-conditions
  if (hello) {
    if (hello.ready) hello(0);
  }
  // ok: mergeable-conditions
  if (member && hello) {
    hello(member);
  }
  // ok: mergeable-conditions
  if (member) {
    hello(1);
    if (member.active) hello(2);
  }
}
