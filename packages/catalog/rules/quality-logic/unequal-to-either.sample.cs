class Checks
{
    bool Check(string state, int code)
    {
        // ruleid: unequal-to-either
        if (state != "open" || state != "closed") return false;
        // ruleid: unequal-to-either
        return code == 200 && code == 204;
    }

    bool Fine(string state, int code)
    {
        // ok: unequal-to-either
        if (state != "open" && state != "closed") return false;
        // ok: unequal-to-either
        return code != 200 || state != "open";
    }
}
