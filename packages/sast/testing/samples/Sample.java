package com.example.app;
import java.sql.*;
import java.util.List;
import static java.lang.Math.max;
@RestController @RequestMapping(value = "/x", method = {GET, POST})
public abstract class Sample<T extends Base & Other> extends Parent<T> implements Runnable, Comparable<Sample<T>> {
  private static final int LIMIT = 10, OTHER = 0x1F;
  protected @Autowired Service service;
  int[] array = {1, 2}, more[] = new int[3][];
  static { init(); }
  { instance(); }
  public Sample(Service service) { super(service); this.service = service; }
  Sample() { this(null); }
  @Override public <R> List<? extends R> run(final @PathVariable("id") String id, int... rest) throws IOException, E {
    int a = 1, b = a++ + --a, c;
    long l = 1L; float f = 1.5f; double d = 0x1p3; char ch = '\n'; boolean t = true; Object n = null; int bin = 0b1, oct = 017;
    String text = """
      block \""" text
      """;
    a += b; a >>>= 1; array[0] = (int) l; this.service.field = ~a;
    if (a > 1 && !(b < 2)) return null; else if (n instanceof String s && s.length() > 1) { use(s); } else ;
    for (int i = 0, j = 1; i < 10; i++, j--) { if (i == 5) continue; break; }
    outer: for (final var it : list) { for (;;) break outer; }
    while (a-- > 0) ; do { a++; } while (a < 3);
    switch (a) { case 1: case 2: one(); break; default: two(); }
    int r = switch (id) { case "a", "b" -> 1; case "c" -> { yield 2; } default -> throw new E(); };
    Object p = switch (n) { case Point(int x, var y) when x > 1 -> x; case String q -> q; case null, default -> 0; };
    try (Statement st = conn.createStatement(); other) { st.execute(id); } catch (A | B e) { throw new RuntimeException("x", e); } finally { close(); }
    Runnable k = () -> go(); Function<String, Integer> g = (String x) -> x.length(), h = x -> { return 1; }; var m = (x, y) -> x;
    list.stream().map(String::valueOf).map(this::conv).toArray(String[]::new);
    new Thread(new Runnable() { int z = 1; public void run() { go(id); } }).start();
    outer.new Inner(); Outer.this.go(); super.run(); Outer.super.toString(); Collections.<String>emptyList();
    synchronized (this) { max(1, 2); }
    assert a > 0 : "message";
    class Local {} ;
    return (List<R>) (a > b ? list : Arrays.asList(int.class, String[].class));
  }
  abstract void bodiless();
  interface Inner extends A, B { int CONST = 1; default void m() {} static void s() {} }
  enum Kind implements A { ONE(1) { void m() {} }, TWO; private final int v; Kind(int v) { this.v = v; } Kind() { this(0); } }
  record Point(int x, @NotNull String y) implements A { Point { check(x); } static Point of() { return new Point(1, ""); } }
  @interface Marker { String value() default ""; int[] codes() default {}; }
}
sealed interface Shape permits Circle {}
