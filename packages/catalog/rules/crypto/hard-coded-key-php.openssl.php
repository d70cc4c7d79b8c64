<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

function encrypt(string $text, string $iv): string
{
    // ruleid: hard-coded-key-php
    return openssl_encrypt($text, 'aes-256-cbc', 'ThisIsOurKey1234ThisIsOurKey1234', 0, $iv);
}

function token(array $claims): string
{
    // ruleid: hard-coded-key-php
    return JWT::encode($claims, 'shop-signing-key', 'HS256');
}

function safe(string $text, string $iv, array $claims, string $jwt): string
{
    // ok: hard-coded-key-php
    JWT::decode($jwt, new Key(getenv('JWT_KEY'), 'HS256'));
    // ok: hard-coded-key-php
    JWT::encode($claims, $_ENV['JWT_KEY'], 'HS256');
    // ok: hard-coded-key-php
    hash_hmac('sha256', $text, config('app.key'));
    // ok: hard-coded-key-php
    return openssl_encrypt($text, 'aes-256-cbc', base64_decode(getenv('DATA_KEY')), 0, $iv);
}
