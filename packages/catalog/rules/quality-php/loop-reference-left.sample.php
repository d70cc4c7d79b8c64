<?php
function clean($rows) {
    // ruleid: loop-reference-left
    foreach ($rows as &$row) {
        $row = trim($row);
    }
    foreach ($rows as $row) {
        show($row);
    }
}
function more($lines) {
    // ruleid: loop-reference-left
    foreach ($lines as &$line) {
        $line = trim($line);
    }
    log($lines);
    foreach ($lines as $n => $line) {
        show($n, $line);
    }
}
function fine($rows) {
    // ok: loop-reference-left
    foreach ($rows as &$row) {
        $row = trim($row);
    }
    unset($row);
    foreach ($rows as $row) {
        show($row);
    }
}
function other($rows) {
    // ok: loop-reference-left
    foreach ($rows as $row) {
        show($row);
    }
    foreach ($rows as $row) {
        log($row);
    }
}
