<?php
function cells($rows, $n) {
    for ($i = 0; $i < $n; $i++) {
        // ruleid: wrong-loop-counter
        for ($j = 0; $j < count($rows[$i]); $i++) {
            show($rows[$i][$j]);
        }
        // ok: wrong-loop-counter
        for ($j = 0; $j < count($rows[$i]); $j++) {
            show($rows[$i][$j]);
        }
        // ruleid: wrong-loop-counter
        for ($j = 0; $j <= $n; $i++) {
            show($j);
        }
        // ok: wrong-loop-counter
        for ($j = 0; $j <= $n; $j++) {
            show($j);
        }
    }
}
