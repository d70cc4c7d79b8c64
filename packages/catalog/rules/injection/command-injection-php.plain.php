<?php

function ping(): string
{
    // ruleid: command-injection-php
    return shell_exec('ping -c 1 ' . $_GET['host']);
}

function lookup(): void
{
    $name = $_POST['name'];
    // ruleid: command-injection-php
    system("nslookup $name");
}

function safe(string $file): void
{
    $host = $_GET['host'];
    // ok: command-injection-php
    exec('ping -c 1 ' . escapeshellarg($host), $lines);
    if (filter_var($host, FILTER_VALIDATE_IP)) {
        // ok: command-injection-php
        system("ping -c 1 $host");
    } else {
        // ok: command-injection-php
        system('uptime');
    }
    // ok: command-injection-php
    passthru("file $file");
}
