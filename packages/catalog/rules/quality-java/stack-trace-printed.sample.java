class Saves {
    void save(Order order) {
        try {
            order.save();
        } catch (StoreException e) {
            // ruleid: stack-trace-printed
            e.printStackTrace();
        } catch (IOException other) {
            // ruleid: stack-trace-printed
            other.printStackTrace();
        } catch (IllegalStateException e) {
            // ok: stack-trace-printed
            log.warn("not saved", e);
            // ok: stack-trace-printed
            e.printStackTrace(writer);
        }
    }
}
