<?php
function check($total) {
    // ruleid: strict-comparison-with-nan
    if ($total === NAN) {
        throw new RuntimeException('no number');
    }
    // ruleid: strict-comparison-with-nan
    if ($total !== NAN) {
        return $total;
    }
    // ok: strict-comparison-with-nan
    if (is_nan($total)) {
        return 0;
    }
    // ok: strict-comparison-with-nan
    return $total === 0.0;
}
