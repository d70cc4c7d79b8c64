<?php
function same($left, $right) {
    // ruleid: self-comparison
    if ($left->size == $left->size) {
        return true;
    }
    // ruleid: self-comparison
    return $right >= $right;
}

function other($left, $right) {
    // ok: self-comparison
    if (next($left) == next($left)) {
        return true;
    }
    // ok: self-comparison
    return $left->size == $right->size;
}
