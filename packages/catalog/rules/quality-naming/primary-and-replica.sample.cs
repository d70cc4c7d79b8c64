class Stores
{
    // ruleid: primary-and-replica
    Store slave = Connect(1);
    // ruleid: primary-and-replica
    Store readSlave = Connect(2);
    // ok: primary-and-replica
    Store replica = Connect(3);
    // ok: primary-and-replica
    Store primary = Connect(4);
}
