class Rates {
    // ruleid: imprecise-big-decimal
    BigDecimal rate = new BigDecimal(0.1);
    // ruleid: imprecise-big-decimal
    BigDecimal more = new BigDecimal(19.99);
    // ok: imprecise-big-decimal
    BigDecimal fine = new BigDecimal("0.1");
    // ok: imprecise-big-decimal
    BigDecimal whole = new BigDecimal(10);
}
