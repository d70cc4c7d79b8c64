<?php
function send($mail, $urgent) {
    // ruleid: constant-condition
    if (false) {
        log($mail);
    }
    // ruleid: constant-condition
    if ($urgent || true) {
        post($mail);
    }
    // ok: constant-condition
    while (true) {
        step($mail);
    }
    // ok: constant-condition
    if ($urgent) {
        post($mail);
    }
}
