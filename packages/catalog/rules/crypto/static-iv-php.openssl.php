<?php

function encrypt(string $text, string $key): string
{
    // ruleid: static-iv-php
    return openssl_encrypt($text, 'aes-256-cbc', $key, 0, '0123456789abcdef');
}

function zero(string $text, string $key): string
{
    // ruleid: static-iv-php
    return openssl_encrypt($text, 'aes-256-cbc', $key, 0, str_repeat("\0", 16));
}

function safe(string $text, string $key, string $stored): string
{
    // ok: static-iv-php
    openssl_decrypt($text, 'aes-256-cbc', $key, 0, $stored);
    // ok: static-iv-php
    return openssl_encrypt($text, 'aes-256-cbc', $key, 0, random_bytes(16));
}
