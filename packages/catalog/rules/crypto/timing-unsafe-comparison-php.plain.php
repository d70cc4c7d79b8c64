<?php

function hook(string $body, string $key): bool
{
    $own = hash_hmac('sha256', $body, $key);
    // ruleid: timing-unsafe-comparison-php
    return $own === $_SERVER['HTTP_X_SIGNATURE'];
}

function short(string $body, string $given, string $key): bool
{
    // ruleid: timing-unsafe-comparison-php
    if ($given == hash_hmac('sha1', $body, $key)) {
        return true;
    }
    return false;
}

function safe(string $body, string $given, string $key, string $etag): bool
{
    $own = hash_hmac('sha256', $body, $key);
    // ok: timing-unsafe-comparison-php
    if (md5($body) === $etag) {
        return true;
    }
    // ok: timing-unsafe-comparison-php
    return hash_equals($own, $given);
}
