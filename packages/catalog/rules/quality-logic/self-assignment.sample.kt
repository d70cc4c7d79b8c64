class Account {
    fun setup(name: String, size: Int) {
        // ruleid: self-assignment
        label = label
        // ruleid: self-assignment
        count = count
        // ok: self-assignment
        this.name = name
        // ok: self-assignment
        build(name = name, size = size)
    }
}
