<?php

function register(string $password, string $salt): array
{
    // ruleid: few-hash-iterations-php
    $key = hash_pbkdf2('sha256', $password, $salt, 1000, 32);
    // ruleid: few-hash-iterations-php
    $hash = password_hash($password, PASSWORD_BCRYPT, ['cost' => 5]);
    return [$key, $hash];
}

function safe(string $password, string $salt, int $cost): array
{
    // ok: few-hash-iterations-php
    $key = hash_pbkdf2('sha256', $password, $salt, 600000, 32);
    // ok: few-hash-iterations-php
    password_hash($password, PASSWORD_BCRYPT, ['cost' => $cost]);
    // ok: few-hash-iterations-php
    return [$key, password_hash($password, PASSWORD_BCRYPT, ['cost' => 12])];
}
