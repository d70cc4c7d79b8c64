<?php
function run($state, $it) {
    // ruleid: repeated-condition
    if ($state === 'open') {
        open($it);
    } else if ($state === 'open') {
        close($it);
    }
    // ruleid: repeated-condition
    if ($it->ready) {
        open($it);
    } else if ($it->done) {
        close($it);
    } else if ($it->ready) {
        remove($it);
    } else {
        keep($it);
    }
    // ok: repeated-condition
    if ($state === 'open') {
        open($it);
    } else if ($state === 'closed') {
        close($it);
    }
    // ok: repeated-condition
    if (next($it)) {
        open($it);
    } else if (next($it)) {
        close($it);
    }
}
