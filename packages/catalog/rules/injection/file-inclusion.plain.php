<?php

// ruleid: file-inclusion
include 'pages/' . $_GET['page'];

function show(): void
{
    // ruleid: file-inclusion
    require_once($_REQUEST['module'] . '.php');
}

function chosen(): void
{
    $file = $_GET['file'];
    // ruleid: file-inclusion
    include($file);
}

function safe(string $language): void
{
    $pages = ['home' => 'pages/home.php'];
    // ok: file-inclusion
    include 'pages/home.php';
    // ok: file-inclusion
    require_once __DIR__ . '/header.php';
    // ok: file-inclusion
    include $pages[$language];
}
