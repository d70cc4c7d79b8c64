<?php

use GuzzleHttp\Client;

function fetch(string $url): string
{
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    // ruleid: tls-unverified-php
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
    // ruleid: tls-unverified-php
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 0);
    return curl_exec($curl);
}

function stream(string $url): string
{
    // ruleid: tls-unverified-php
    $context = stream_context_create(['ssl' => ['verify_peer' => false, 'allow_self_signed' => true]]);
    return file_get_contents($url, false, $context);
}

function partner(): Client
{
    // ruleid: tls-unverified-php
    return new Client(['base_uri' => 'https://api.example.com', 'verify' => false]);
}

function checked(string $url, bool $verify): string
{
    $curl = curl_init($url);
    // ok: tls-unverified-php
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, true);
    // ok: tls-unverified-php
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 2);
    // ok: tls-unverified-php
    curl_setopt($curl, CURLOPT_FOLLOWLOCATION, false);
    // ok: tls-unverified-php
    $client = new Client(['verify' => '/etc/ssl/company-ca.pem']);
    return curl_exec($curl);
}
