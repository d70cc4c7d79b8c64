class Saves {
    void save(Order order, Store store) {
        try {
            store.save(order);
            // ruleid: empty-catch
        } catch (StoreException e) {
        }
        try {
            store.close();
            // ruleid: empty-catch
        } catch (IOException | StoreException e) { }
        try {
            store.save(order);
            // ok: empty-catch
        } catch (StoreException ignored) {
        }
        try {
            store.close();
            // ok: empty-catch
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
