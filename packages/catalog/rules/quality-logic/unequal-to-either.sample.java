class Checks {
    boolean check(char state, int code) {
        // ruleid: unequal-to-either
        if (state != 'o' || state != 'c') return false;
        // ruleid: unequal-to-either
        return code == 200 && code == 204;
    }

    boolean fine(char state, int code) {
        // ok: unequal-to-either
        if (state != 'o' && state != 'c') return false;
        // ok: unequal-to-either
        return code != 200 || state != 'o';
    }
}
