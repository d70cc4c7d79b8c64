// ruleid: primary-and-replica
val slave = connect(1)
// ruleid: primary-and-replica
val readSlave = connect(2)
// ok: primary-and-replica
val replica = connect(3)
// ok: primary-and-replica
val primary = connect(4)
