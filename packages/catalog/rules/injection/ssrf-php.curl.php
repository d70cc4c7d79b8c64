<?php

function fetch(): string
{
    // ruleid: ssrf-php
    $curl = curl_init($_GET['url']);
    return curl_exec($curl);
}

function image(): string
{
    $url = $_POST['image'];
    $curl = curl_init();
    // ruleid: ssrf-php
    curl_setopt($curl, CURLOPT_URL, $url);
    return curl_exec($curl);
}

function safe(string $path): string
{
    // ok: ssrf-php
    $curl = curl_init('https://images.example.com/' . $path);
    // ok: ssrf-php
    curl_setopt($curl, CURLOPT_URL, 'https://images.example.com/logo.png');
    // ok: ssrf-php
    curl_setopt($curl, CURLOPT_POSTFIELDS, $_POST['text']);
    return curl_exec($curl);
}
