<?php
function check($state, $code) {
    // ruleid: unequal-to-either
    if ($state != 'open' || $state != 'closed') {
        return false;
    }
    // ruleid: unequal-to-either
    return $code == 200 && $code == 204;
}

function fine($state, $code) {
    // ok: unequal-to-either
    if ($state != 'open' && $state != 'closed') {
        return false;
    }
    // ok: unequal-to-either
    return $code != 200 || $state != 'open';
}
