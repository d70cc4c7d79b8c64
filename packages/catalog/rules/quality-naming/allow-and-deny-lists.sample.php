<?php
// ruleid: allow-and-deny-lists
$hostWhitelist = [];
// ruleid: allow-and-deny-lists
$black_list = [];
// ok: allow-and-deny-lists
$allowlist = [];
// ok: allow-and-deny-lists
$denied = [];
