class Taxes {
    // ruleid: unfinished-note
    // TODO rates of other countries
    double rate = 0.2;
    // ruleid: unfinished-note
    /* FIXME: round */
    // ok: unfinished-note
    // TODO SHOP-12: rates of other countries
    // ok: unfinished-note
    String TODO = "todo";
}
