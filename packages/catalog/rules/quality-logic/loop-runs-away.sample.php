<?php
function all($list) {
    // ruleid: loop-runs-away
    for ($i = 0; $i < count($list); $i--) {
        show($list[$i]);
    }
    // ruleid: loop-runs-away
    for ($i = count($list) - 1; $i >= 0; $i++) {
        show($list[$i]);
    }
    // ok: loop-runs-away
    for ($i = 0; $i < count($list); $i++) {
        show($list[$i]);
    }
    // ok: loop-runs-away
    for ($i = count($list) - 1; $i >= 0; $i--) {
        show($list[$i]);
    }
}
