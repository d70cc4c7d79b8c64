<?php

// ok: csp-unsafe-inline
header("Content-Security-Policy: script-src 'self'");
// ok: csp-unsafe-inline
$response->headers->set('X-Note', "'unsafe-inline'");
// ruleid: csp-unsafe-inline
$response->headers->set('Content-Security-Policy', "script-src 'self' 'unsafe-inline'");
// ruleid: csp-unsafe-inline
$policy = "default-src 'self'; script-src 'self' 'unsafe-eval'";
