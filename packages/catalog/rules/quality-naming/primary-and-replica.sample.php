<?php
// ruleid: primary-and-replica
$slave = connect(1);
// ruleid: primary-and-replica
$readSlave = connect(2);
// ok: primary-and-replica
$replica = connect(3);
// ok: primary-and-replica
$primary = connect(4);
