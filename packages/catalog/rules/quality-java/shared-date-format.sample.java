class Days {
    // ruleid: shared-date-format
    private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
    // ruleid: shared-date-format
    static DateFormat hour = new SimpleDateFormat("HH");
    // ok: shared-date-format
    private static final DateTimeFormatter FINE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    // ok: shared-date-format
    private static final ThreadLocal<SimpleDateFormat> OWN = new ThreadLocal<>();
}
