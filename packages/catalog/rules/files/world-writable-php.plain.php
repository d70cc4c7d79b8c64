<?php

function share(string $path): void
{
    // ruleid: world-writable-php
    chmod($path, 0777);
    // ruleid: world-writable-php
    mkdir($path . '/new', 0777, true);
    // ruleid: world-writable-php
    umask(0);
}

function safe(string $path, int $mode): void
{
    // ok: world-writable-php
    chmod($path, 0644);
    // ok: world-writable-php
    chmod($path, $mode);
    // ok: world-writable-php
    mkdir($path, 0750, true);
    // ok: world-writable-php
    umask(0027);
}
