<?php

function reflect(): void
{
    // ruleid: cors-any-origin-php
    header("Access-Control-Allow-Origin: " . $_SERVER['HTTP_ORIGIN']);
    header('Access-Control-Allow-Credentials: true');
}

function psr($request, $response)
{
    // ruleid: cors-any-origin-php
    return $response->withHeader('Access-Control-Allow-Origin', $request->getHeaderLine('Origin'));
}

function safe($response): void
{
    // ok: cors-any-origin-php
    header('Access-Control-Allow-Origin: https://shop.example.com');
    // ok: cors-any-origin-php
    header('Vary: ' . $_SERVER['HTTP_ORIGIN']);
    if (in_array($_SERVER['HTTP_ORIGIN'] ?? '', ['https://shop.example.com'], true)) {
        // ok: cors-any-origin-php
        header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
    }
}
