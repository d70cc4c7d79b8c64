<?php

class Accounts
{
    public function reset(string $email): void
    {
        // ruleid: insecure-random-php
        $token = md5(uniqid($email, true));
        $this->mail($email, $token);
    }

    public function otp(): void
    {
        // ruleid: insecure-random-php
        $_SESSION['otp'] = rand(100000, 999999);
    }

    public function newPassword(int $length): string
    {
        // ruleid: insecure-random-php
        return substr(str_shuffle('abcdefghijkmnpqrstuvwxyz23456789'), 0, $length);
    }

    public function safe(array $items): array
    {
        // ok: insecure-random-php
        $token = bin2hex(random_bytes(32));
        // ok: insecure-random-php
        $file = uniqid('upload-');
        // ok: insecure-random-php
        $pick = $items[rand(0, count($items) - 1)];
        return [$token, $file, $pick];
    }
}
