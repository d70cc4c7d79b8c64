<?php

function login(string $id): void
{
    // ruleid: insecure-cookie-php
    setcookie('session_id', $id, time() + 3600);
    // ruleid: insecure-cookie-php
    setcookie('cart', $id, 0, '/', '', false, true);
    // ruleid: insecure-cookie-php
    setcookie('theme', 'dark', ['secure' => true, 'httponly' => false]);
    // ruleid: insecure-cookie-php
    ini_set('session.cookie_httponly', 0);
}

function safe(string $id, bool $https): void
{
    // ok: insecure-cookie-php
    setcookie('session_id', $id, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
    // ok: insecure-cookie-php
    setcookie('session_id', '', time() - 3600);
    // ok: insecure-cookie-php
    setcookie('theme', 'dark');
    // ok: insecure-cookie-php
    session_set_cookie_params(0, '/', '', $https, true);
    // ok: insecure-cookie-php
    ini_set('session.cookie_secure', 1);
}
