// ruleid: primary-and-replica
export const slave = connect(1);
// ruleid: primary-and-replica
export const readSlave = connect(2);
// ok: primary-and-replica
export const replica = connect(3);
// ok: primary-and-replica
export const master = connect(4);
