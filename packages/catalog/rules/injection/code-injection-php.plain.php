<?php

function formula(string $text): float
{
    // ruleid: code-injection-php
    return eval('return ' . $text . ';');
}

function replace(string $text): string
{
    // ruleid: code-injection-php
    return preg_replace('/(\w+)/e', 'strtoupper("\1")', $text);
}

function call(): void
{
    // ruleid: code-injection-php
    call_user_func($_GET['action'], 1);
}

function safe(string $text, array $items): string
{
    // ok: code-injection-php
    $sum = call_user_func('array_sum', $items);
    // ok: code-injection-php
    assert($sum > 0);
    // ok: code-injection-php
    $query = mb_ereg($text, 'e');
    // ok: code-injection-php
    return preg_replace('/(\w+)/i', '<b>\1</b>', $text);
}
