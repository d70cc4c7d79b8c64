<?php

function cart(): array
{
    // ruleid: unsafe-deserialization-php
    return unserialize($_COOKIE['cart']);
}

function restore(Request $request): object
{
    // ruleid: unsafe-deserialization-php
    return unserialize(base64_decode($request->get('state')));
}

function safe(string $cached, string $payload): array
{
    // ok: unsafe-deserialization-php
    $own = unserialize($cached, ['allowed_classes' => false]);
    // ok: unsafe-deserialization-php
    unserialize($payload, ['allowed_classes' => [Cart::class]]);
    // ok: unsafe-deserialization-php
    $copy = unserialize(serialize($own));
    // ok: unsafe-deserialization-php
    return json_decode($_COOKIE['cart'], true);
}
