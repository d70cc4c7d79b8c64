<?php

error_reporting(E_ALL);
// ruleid: debug-mode-php
ini_set('display_errors', 1);

if (isset($_GET['info'])) {
    // ruleid: debug-mode-php
    phpinfo();
}

// ruleid: debug-mode-php
define('WP_DEBUG', true);

// ok: debug-mode-php
ini_set('display_errors', '0');
// ok: debug-mode-php
ini_set('log_errors', 1);
// ok: debug-mode-php
define('WP_DEBUG', getenv('WP_DEBUG') === '1');
// ok: debug-mode-php
$version = phpversion();
