<?php
function same($left, $right) {
    // ruleid: strict-self-comparison
    if ($left->size === $left->size) {
        return true;
    }
    // ruleid: strict-self-comparison
    return $right !== $right;
}
function fine($left, $right) {
    // ok: strict-self-comparison
    if ($left->size === $right->size) {
        return true;
    }
    // ok: strict-self-comparison
    return next($left) === next($left);
}
