<?php

function download(): void
{
    // ruleid: path-traversal-php
    readfile('invoices/' . $_GET['name']);
}

function remove(): void
{
    $name = $_POST['name'];
    // ruleid: path-traversal-php
    unlink("uploads/$name");
}

function safe(string $name): void
{
    // ok: path-traversal-php
    readfile('invoices/' . basename($_GET['name']));
    // ok: path-traversal-php
    $text = file_get_contents('php://input');
    // ok: path-traversal-php
    unlink('uploads/' . $name);
    // ok: path-traversal-php
    echo strlen($_GET['name']) . $text;
}
