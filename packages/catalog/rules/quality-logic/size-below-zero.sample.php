<?php
function greet($names, $text) {
    // ruleid: size-below-zero
    if (count($names) >= 0) {
        hello($names);
    }
    // ruleid: size-below-zero
    if (strlen($text) < 0) {
        return;
    }
    // ok: size-below-zero
    if (count($names) > 0) {
        hello($names);
    }
    // ok: size-below-zero
    if (strcmp($text, 'x') >= 0) {
        hello($names);
    }
}
