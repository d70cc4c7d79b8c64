<?php
function adult($person) {
    // ruleid: boolean-result-spelled-out
    if ($person->age >= 18) {
        return true;
    } else {
        return false;
    }
}
function minor($person) {
    // ruleid: boolean-result-spelled-out
    if (adult($person)) {
        return false;
    } else {
        return true;
    }
}
function fine($person) {
    // ok: boolean-result-spelled-out
    if ($person->age >= 18) {
        return true;
    }
    // ok: boolean-result-spelled-out
    return $person->age > 16;
}
