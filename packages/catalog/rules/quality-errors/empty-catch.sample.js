export function save(order, store) {
  try {
    store.save(order);
    // ruleid: empty-catch
  } catch (error) {}
  try {
    store.close();
    // ruleid: empty-catch
  } catch {}
  try {
    store.save(order);
    // ok: empty-catch
  } catch (error) {
    log(error);
  }
  try {
    store.close();
    // ok: empty-catch
  } catch {
    // It is closed already.
  }
}
