<?php
// ruleid: duplicate-array-key
$ports = ['http' => 80, 'https' => 443, 'http' => 8080];
// ruleid: duplicate-array-key
$codes = [
    200 => 'ok',
    404 => 'not found',
    200 => 'fine',
];
// ok: duplicate-array-key
$names = ['http' => 80, 'https' => 443];
// ok: duplicate-array-key
$others = ['a' => ['x' => 1], 'b' => ['x' => 2]];
