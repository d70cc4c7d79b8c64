export function all(list) {
  // ruleid: loop-runs-away
  for (let i = 0; i < list.length; i--) show(list[i]);
  // ruleid: loop-runs-away
  for (let i = list.length - 1; i >= 0; i++) {
    show(list[i]);
  }
  // ok: loop-runs-away
  for (let i = 0; i < list.length; i++) show(list[i]);
  // ok: loop-runs-away
  for (let i = list.length - 1; i >= 0; i--) show(list[i]);
}
