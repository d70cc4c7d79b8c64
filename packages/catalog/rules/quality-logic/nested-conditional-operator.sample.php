<?php
function price($member, $young) {
    // ruleid: nested-conditional-operator
    $a = $member ? ($young ? 5 : 8) : 10;
    // ruleid: nested-conditional-operator
    $b = $member ? 8 : ($young ? 9 : 10);
    // ok: nested-conditional-operator
    $c = $member ? 8 : 10;
    // ok: nested-conditional-operator
    return ($young ? 5 : 8) + $a + $b + $c;
}
