<?php

class Vault
{
    public function card(string $number, string $key): string
    {
        // ruleid: weak-cipher-php
        return openssl_encrypt($number, 'des-ede3-cbc', $key, 0, random_bytes(8));
    }

    public function blocks(string $text, string $key): string
    {
        // ruleid: weak-cipher-php
        return openssl_encrypt($text, "AES-128-ECB", $key);
    }

    public function legacy(string $text, string $key): string
    {
        // ruleid: weak-cipher-php
        return mcrypt_encrypt(MCRYPT_RIJNDAEL_128, $key, $text, MCRYPT_MODE_CBC);
    }

    public function safe(string $text, string $key, string $cipher): string
    {
        $nonce = random_bytes(12);
        // ok: weak-cipher-php
        openssl_decrypt($text, $cipher, $key);
        // ok: weak-cipher-php
        openssl_digest($text, 'des-cbc');
        // ok: weak-cipher-php
        return openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag);
    }
}
