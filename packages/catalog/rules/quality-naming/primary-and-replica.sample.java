class Stores {
    // ruleid: primary-and-replica
    Store slave = connect(1);
    // ruleid: primary-and-replica
    Store readSlave = connect(2);
    // ok: primary-and-replica
    Store replica = connect(3);
    // ok: primary-and-replica
    Store primary = connect(4);
}
