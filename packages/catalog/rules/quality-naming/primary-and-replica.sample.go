package p

// ruleid: primary-and-replica
var slave = connect(1)

// ruleid: primary-and-replica
var readSlave = connect(2)

// ok: primary-and-replica
var replica = connect(3)

// ok: primary-and-replica
var primary = connect(4)
