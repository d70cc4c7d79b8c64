<?php

function login(): void
{
    // ruleid: open-redirect-php
    header("Location: " . $_GET['next']);
}

function leave(): void
{
    $target = $_REQUEST['url'];
    // ruleid: open-redirect-php
    wp_redirect($target);
}

function safe(string $next): void
{
    // ok: open-redirect-php
    header('Location: /orders');
    // ok: open-redirect-php
    header('Location: ' . $next);
    // ok: open-redirect-php
    wp_safe_redirect($_GET['next']);
    // ok: open-redirect-php
    header('X-Search: ' . urlencode($_GET['q']));
}
