class Taxes
{
    // ruleid: unfinished-note
    // TODO rates of other countries
    double rate = 0.2;
    // ruleid: unfinished-note
    /* FIXME: round */
    // ok: unfinished-note
    // TODO https://example.org/412: rates of other countries
    // ok: unfinished-note
    string todo = "todo";
}
