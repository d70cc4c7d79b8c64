<?php
function check($total) {
    // ruleid: comparison-with-nan
    if ($total == NAN) {
        return 0;
    }
    // ruleid: comparison-with-nan
    if (NAN != $total) {
        return $total;
    }
    // ok: comparison-with-nan
    if (is_nan($total)) {
        return 0;
    }
    // ok: comparison-with-nan
    return NAN;
}
