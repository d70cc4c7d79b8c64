<?php

class Accounts
{
    public function register(string $name, string $password): void
    {
        // ruleid: fast-password-hash-php
        $this->store($name, md5($password));
    }

    public function change(): void
    {
        // ruleid: fast-password-hash-php
        $this->store($_POST['name'], sha1($_POST['password']));
    }

    public function longer(string $salt, string $pwd): string
    {
        // ruleid: fast-password-hash-php
        return hash('sha256', $salt . $pwd);
    }

    public function safe(string $file, string $password, string $path): string
    {
        // ok: fast-password-hash-php
        $etag = md5($file);
        // ok: fast-password-hash-php
        $key = sha1($path);
        // ok: fast-password-hash-php
        hash('sha256', $etag . $key);
        // ok: fast-password-hash-php
        return password_hash($password, PASSWORD_DEFAULT);
    }
}
