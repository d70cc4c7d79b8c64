<?php
// ruleid: unfinished-note
// TODO rates of other countries
$rate = 0.2;
// ruleid: unfinished-note
# FIXME: round
$total = $rate;
// ok: unfinished-note
// TODO #412: rates of other countries
// ok: unfinished-note
$todo = $total;
