class Checks {
    // ruleid: neutral-words
    void sanityCheck() {}

    // ruleid: neutral-words
    String dummyValue = "x";
    // ok: neutral-words
    String placeholder = "x";
    // ok: neutral-words
    int manual = 1;
}
