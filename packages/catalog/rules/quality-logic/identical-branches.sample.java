class Prices {
    void price(boolean member, Item item) {
        // ruleid: identical-branches
        if (member) {
            item.total = full(item);
        } else {
            item.total = full(item);
        }
        // ruleid: identical-branches
        if (item.gift) {
            wrap(item);
            show(item);
        } else {
            wrap(item);
            show(item);
        }
        // ok: identical-branches
        if (member) {
            show(item);
        } else {
            hide(item);
        }
        // ok: identical-branches
        if (item.gift) {
            wrap(item);
        } else if (member) {
            wrap(item);
        }
    }
}
