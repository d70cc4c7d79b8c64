<?php
function order($all, $left, $right) {
    // ruleid: failed-swap
    $left = $right;
    $right = $left;
    // ruleid: failed-swap
    $all[0] = $all[1];
    $all[1] = $all[0];
}

function fine($left, $right) {
    // ok: failed-swap
    $old = $left;
    $left = $right;
    $right = $old;
    // ok: failed-swap
    [$left, $right] = [$right, $left];
}
