<?php

function greet(): void
{
    // ruleid: reflected-xss-php
    echo 'Hello ' . $_GET['name'];
}

function search(): void
{
    $query = $_REQUEST['q'];
    // ruleid: reflected-xss-php
    echo "<h1>Results for $query</h1>";
}

function safe(array $items): void
{
    $name = htmlspecialchars($_GET['name']);
    // ok: reflected-xss-php
    echo 'Hello ' . $name;
    // ok: reflected-xss-php
    echo 'Hello ' . htmlspecialchars($_GET['name'], ENT_QUOTES);
    // ok: reflected-xss-php
    echo count($items);
    // ok: reflected-xss-php
    echo (int) $_GET['page'];
}
