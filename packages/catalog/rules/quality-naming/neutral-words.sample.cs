class Checks
{
    // ruleid: neutral-words
    void SanityCheck() {}

    // ruleid: neutral-words
    string dummyValue = "x";
    // ok: neutral-words
    string placeholder = "x";
    // ok: neutral-words
    int manual = 1;
}
