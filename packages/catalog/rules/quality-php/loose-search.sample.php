<?php
function known($name, $names) {
    // ruleid: loose-search
    if (in_array($name, $names)) {
        return true;
    }
    // ruleid: loose-search
    $at = array_search($name, $names);
    // ok: loose-search
    if (in_array($name, $names, true)) {
        return true;
    }
    // ok: loose-search
    return isset($names[$name]) || $at;
}
