<?php
function check($state, $code) {
    // ruleid: strict-unequal-to-either
    if ($state !== 'open' || $state !== 'closed') {
        throw new RuntimeException($state);
    }
    // ruleid: strict-unequal-to-either
    return $code === 200 && $code === 204;
}

function fine($state, $code) {
    // ok: strict-unequal-to-either
    if ($state !== 'open' && $state !== 'closed') {
        throw new RuntimeException($state);
    }
    // ok: strict-unequal-to-either
    return $code === 200 || $code === 204;
}
