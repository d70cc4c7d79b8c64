<?php
function send($mail, $connection) {
    // ruleid: finally-returns
    try {
        $connection->send($mail);
    } finally {
        $connection->close();
        return true;
    }
}
function read($path) {
    // ruleid: finally-returns
    try {
        $text = $path->read();
    } catch (Exception $e) {
        log($e);
    } finally {
        return $text;
    }
}
function fine($mail, $connection) {
    // ok: finally-returns
    try {
        return $connection->send($mail);
    } finally {
        $connection->close();
    }
}
function other($path) {
    // ok: finally-returns
    try {
        $text = $path->read();
    } finally {
        log($path);
    }
    return $text;
}
