<?php
function find($id) {
    if ($id < 0) {
        // ruleid: die-in-code
        die('no such order');
    }
    if ($id > 9) {
        // ruleid: die-in-code
        exit(1);
    }
    if ($id == 3) {
        // ok: die-in-code
        throw new NotFoundException('no such order');
    }
    // ok: die-in-code
    return exit_code($id);
}
