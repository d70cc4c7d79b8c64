class OrderTest {
    @Test
    // ruleid: disabled-junit-test
    @Disabled
    fun total() {}

    // ruleid: disabled-junit-test
    @Ignore
    @Test
    fun tax() {}

    @Test
    // ok: disabled-junit-test
    @Disabled("SHOP-412: the rates are missing")
    fun rates() {}

    // ok: disabled-junit-test
    @Test
    fun paid() {}
}
