<?php
function find($names, $name) {
    // ruleid: index-as-condition
    if (strpos($name, 'x')) {
        return true;
    }
    // ruleid: index-as-condition
    if (!array_search($name, $names)) {
        return false;
    }
    // ok: index-as-condition
    if (strpos($name, 'x') !== false) {
        return true;
    }
    // ok: index-as-condition
    return strpos($name, 'y');
}
