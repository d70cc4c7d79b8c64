<?php
function show($rows) {
    // ruleid: extract-of-request
    extract($_POST);
    // ruleid: extract-of-request
    extract($_GET, EXTR_SKIP);
    // ok: extract-of-request
    extract(['name' => 'x']);
    // ok: extract-of-request
    parse_str('a=1', $rows);
    return $rows;
}
