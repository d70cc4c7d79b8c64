<?php
// ruleid: neutral-words
function sanityCheck() {}
// ruleid: neutral-words
$dummyUser = 1;
// ok: neutral-words
$placeholder = 1;
// ok: neutral-words
$manual = 2;
