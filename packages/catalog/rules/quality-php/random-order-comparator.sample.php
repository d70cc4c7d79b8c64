<?php
function cards($cards) {
    // ruleid: random-order-comparator
    usort($cards, function ($a, $b) {
        return rand(-1, 1);
    });
    // ruleid: random-order-comparator
    usort($cards, fn($a, $b) => mt_rand(0, 2) - 1);
    // ok: random-order-comparator
    usort($cards, fn($a, $b) => $a->rank <=> $b->rank);
    // ok: random-order-comparator
    shuffle($cards);
    return $cards;
}
