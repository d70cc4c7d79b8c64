<?php
function total($items, $log) {
    foreach ($items as $it) {
        if ($it->last) {
            break;
            // ruleid: unreachable-code
            log($it);
        }
    }
    if ($log) {
        return count($items);
        // ruleid: unreachable-code
        log($items);
    }
    // ok: unreachable-code
    if (!$items) {
        return 0;
    }
    // ok: unreachable-code
    return count($items);
}
