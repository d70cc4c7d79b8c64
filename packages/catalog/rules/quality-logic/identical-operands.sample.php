<?php
function both($left, $right) {
    // ruleid: identical-operands
    if ($left->visible && $left->visible) {
        return true;
    }
    // ruleid: identical-operands
    return $right->width - $right->width;
}

function fine($left, $right) {
    // ok: identical-operands
    if ($left->visible && $right->visible) {
        return true;
    }
    // ok: identical-operands
    return $left->width - $right->width;
}
