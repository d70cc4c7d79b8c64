class OrderTest {
    @Test
    // ruleid: disabled-junit-test
    @Disabled
    void total() {}

    // ruleid: disabled-junit-test
    @Ignore
    @Test
    public void tax() {}

    @Test
    // ok: disabled-junit-test
    @Disabled("SHOP-412: the rates are missing")
    void rates() {}

    // ok: disabled-junit-test
    @Test
    void paid() {}
}
