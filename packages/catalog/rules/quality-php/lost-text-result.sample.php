<?php
function clean($name, $names) {
    // ruleid: lost-text-result
    trim($name);
    // ruleid: lost-text-result
    array_merge($names, [$name]);
    // ok: lost-text-result
    $name = strtolower($name);
    // ok: lost-text-result
    array_push($names, $name);
    return trim($name);
}
