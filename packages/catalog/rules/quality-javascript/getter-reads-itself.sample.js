export class Order {
  // ruleid: getter-reads-itself
  get total() {
    return this.total;
  }
  // ruleid: getter-reads-itself
  get paid() {
    return this.paid;
  }
  // ok: getter-reads-itself
  get open() {
    return this._open;
  }
  // ok: getter-reads-itself
  name() {
    return this.name;
  }
}
