# ruleid: primary-and-replica
slave = connect(1)
# ruleid: primary-and-replica
read_slave = connect(2)
# ok: primary-and-replica
replica = connect(3)
# ok: primary-and-replica
enslaved = connect(4)
