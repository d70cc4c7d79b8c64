class Account {
    private String name;
    private int size;

    Account(String name, int size) {
        // ruleid: self-assignment
        name = name;
        // ruleid: self-assignment
        size = size;
        // ok: self-assignment
        this.name = name;
        // ok: self-assignment
        this.size = size;
    }
}
