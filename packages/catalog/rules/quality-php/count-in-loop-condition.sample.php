<?php
function all($rows, $text) {
    // ruleid: count-in-loop-condition
    for ($i = 0; $i < count($rows); $i++) {
        show($rows[$i]);
    }
    // ruleid: count-in-loop-condition
    for ($i = 0; $i < strlen($text); $i++) {
        show($text[$i]);
    }
    // ok: count-in-loop-condition
    for ($i = 0; $i < 10; $i++) {
        show($i);
    }
    // ok: count-in-loop-condition
    foreach ($rows as $row) {
        show(count($row));
    }
}
