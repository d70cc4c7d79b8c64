<?php
function total($rows, $path) {
    // ruleid: error-suppression
    $sum = @array_sum($rows);
    // ruleid: error-suppression
    if (@filesize($path) > 0) {
        return $sum;
    }
    // ok: error-suppression
    $file = fopen($path, 'r');
    // ok: error-suppression
    return mail('ann@example.org', $sum);
}
