#!/usr/bin/env dotnet
extern alias X;
using System;
using static System.Math;
using Json = Newtonsoft.Json;
[assembly: Flag("a")]
#define DEBUG
#region A
#pragma warning disable 1
#nullable enable
namespace App.Web {
  public enum Color : byte { [Tag] Red, Green = 2 }
  public delegate T Handler<T>(object sender, int n) where T : class, new();
  public record Point(int X, int Y) : Base(X), IShape;
  public struct Pair<T> where T : struct { public T First; }
  public interface IShape : IA, IB { double Area(); string Name { get; set; } event Handler Changed; }
  [Route("api/{id}", Name = "x")]
  public sealed partial class Server : Controller, IServer {
    private readonly Db _db = new(), _other;
    public const int Limit = 10;
    public static event EventHandler Done;
    public event EventHandler Custom { add { a(); } remove { b(); } }
    public string Name { get; private set; } = "a";
    public string Full => first + last;
    public string Lazy { get => _x; set { _x = value; } }
    public int this[int i, string k] => _items[i];
    public int this[long l] { get { return 1; } }
    static Server() { }
    public Server(Db db) : base(db) { _db = db; this.Name = "b"; }
    public Server(int n) : this(n, 2) => _n = n;
    ~Server() { }
    public static Server operator +(Server a, Server b) => a;
    public static implicit operator string(Server s) { return s.Name; }
    string IServer.Run(string s) => s;
    public abstract void Bodyless();
    [HttpGet, Authorize("x")]
    public async Task<IActionResult> Get([FromQuery] string id, int? n = null, params string[] rest) {
      var sql = "select * from t where id = " + id + @"a""b" + $"x{id,5:N2}y" + $@"c{n}" + """raw""" + 'c' + "\n";
      string a = null, b = default, c = default(string);
      var rows = await _db.Query<Row>(sql, name: id, ref a, out var result, out _);
      int[] numbers = { 1, 2 }; var more = new int[] { 1 }; var implied = new[] { 1, 2 }; int[,] grid = new int[2, 3];
      List<int> list = [1, ..numbers];
      var dict = new Dictionary<string, int> { ["a"] = 1, { "b", 2 } };
      var anon = new { id, Other = 1 };
      var (x, y) = (1, 2); (x, y) = (y, x);
      x++; --y; x += 1; a ??= b; var t = a ?? b; var neg = -x + ~y * +1 / (x % 2) << 1;
      var m = obj?.Field?.Method(1)?[0]; var l = numbers[^1]; var s = numbers[1..2]; var bang = a!.Length;
      var cast = (string)obj; var asType = obj as string; var isType = obj is string; var ty = typeof(int); var sz = sizeof(int);
      if (obj is string str && !(obj is null)) use(str); else if (x > 1) { } else use(1);
      if (obj is { Length: > 1 and < 5, Name.First: "a" } or Point(1, var py) p2 or not int or [1, .., _] or (int q)) use(py);
      switch (x) { case 1: one(); break; case int i when i > 2: goto case 1; case > 3: break; default: break; }
      var v = x switch { 1 => "a", > 2 and < 4 => "b", string z => z, var (d, e) => "d", _ => throw new Exception() };
      for (int i = 0, j = 1; i < 10; i++, j--) { continue; }
      for (;;) { break; }
      foreach (var row in rows) use(row);
      foreach (var (k, w) in dict) use(k);
      await foreach (var it in stream) { }
      while (x < 1) x++;
      do { x--; } while (x > 0);
      try { risky(); } catch (IOException ex) when (ex.X) { throw; } catch (Exception) { throw ex; } catch { } finally { close(); }
      using (var f = File.Open(id)) { } using var g = File.Open(id);
      lock (sync) { } unsafe { int* p = &x; *p = 1; } fixed (int* q = arr) { } checked { x++; } var ch = checked(x + 1);
      Func<int, int> fn = u => u + 1; Func<int> gn = () => { return 1; }; Action h = async delegate (int r) { await r; }; fn = static (int o) => o;
      int Local(int r) => r * 2;
      var query = from o in orders where o.Id == id join c2 in customers on o.C equals c2.Id into grp let total = o.Total orderby total descending select new { o, total };
      var grouped = from o in orders group o by o.Id;
      var copy = point with { X = 1 }; var range = ..; Label: goto Label; yield return 1; yield break;
      ref int rr = ref x; Span<int> span = stackalloc int[3]; global::System.Console.Write(nameof(id)); ;
      return base.View(this, id);
    }
#if DEBUG
    void OnlyDebug() { }
#elif OTHER
    void Other() { }
#else
    void Neither() { }
#endif
  }
}
#endregion
