<?php
function total($order) {
    // ruleid: dump-left-over
    var_dump($order);
    // ruleid: dump-left-over
    print_r($order);
    // ok: dump-left-over
    $text = print_r($order, true);
    // ok: dump-left-over
    $order->dump();
    return $text;
}
