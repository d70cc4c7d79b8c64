<?php
function check($order) {
    if (!$order) {
        // ruleid: exception-not-thrown
        new InvalidArgumentException('no order');
    }
    if ($order->late) {
        // ruleid: exception-not-thrown
        new \RuntimeException('late');
    }
    if ($order->old) {
        // ok: exception-not-thrown
        throw new RuntimeException('old');
    }
    // ok: exception-not-thrown
    return new RuntimeException('other');
}
