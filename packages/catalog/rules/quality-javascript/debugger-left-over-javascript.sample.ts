interface Order {
  readonly id: number;
  readonly debugger: boolean;
}
export function total(orders: readonly Order[]): number {
  // ruleid: debugger-left-over-javascript
  debugger;
  // ok: debugger-left-over-javascript
  return orders.filter((it) => it.debugger).length;
}
export class Cart {
  clear(orders: Order[]): void {
    for (const order of orders) {
      // ruleid: debugger-left-over-javascript
      debugger;
      // ok: debugger-left-over-javascript
      console.info('debugger;', order.id);
    }
  }
}
