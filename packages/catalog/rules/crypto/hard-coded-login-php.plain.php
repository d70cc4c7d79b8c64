<?php

function database(): PDO
{
    // ruleid: hard-coded-login-php
    return new PDO('mysql:host=db;dbname=shop', 'shop', 's3cr3t-orders');
}

function old()
{
    // ruleid: hard-coded-login-php
    return mysqli_connect('db', 'shop', 's3cr3t-orders', 'shop');
}

function safe(string $password): PDO
{
    // ok: hard-coded-login-php
    mysqli_connect('db', 'shop', $_ENV['DB_PASSWORD'], 'shop');
    // ok: hard-coded-login-php
    mysqli_connect('db', 'root', '');
    // ok: hard-coded-login-php
    return new PDO('mysql:host=db;dbname=shop', 'shop', $password);
}
