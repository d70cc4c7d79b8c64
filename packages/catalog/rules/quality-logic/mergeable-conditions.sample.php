<?php
function greet($member, $ready) {
    // ruleid: mergeable-conditions
    if ($member) {
        if ($member->active) {
            hello($member);
        }
    }
    // ruleid: mergeable-conditions
    if ($ready) {
        if ($member->old) {
            hello($member);
        }
    }
    // ok: mergeable-conditions
    if ($ready) {
        hello($member);
        if ($member->old) {
            hello($member);
        }
    }
    // ok: mergeable-conditions
    if ($ready) {
        if ($member->old) {
            hello($member);
        } else {
            bye($member);
        }
    }
}
