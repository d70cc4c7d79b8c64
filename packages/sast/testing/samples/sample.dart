import 'dart:io' as io;
import 'package:a/b.dart' show C hide D;
export 'src/e.dart';

/// A comment.
@immutable
abstract class Service<T> extends Base with Mixin implements Other {
  static const int limit = 10, other = 2;
  final String? name;
  late var x = 1, y;
  Service(this.name, {required int a, super.key}) : x = a, super(a);
  factory Service.of(int a) => Service(null, a: a);
  String get title => name ?? 'none';
  set title(String v) { this.x = v.length; }
  int operator +(int o) => o + 1;
  void abstractMethod();
  Future<List<int>> run(int a, [String b = 'c']) async {
    var z = a.b(c, d: 1)[0], q = <String, int>{'a': 1, ...other};
    final w = await http.get(Uri.parse("http://$name/${a + 1}"));
    obj..first(1)..second = 2;
    obj?.third();
    if (a > 1 && !b.isEmpty || a is int) { return [1, if (a == 2) 3]; } else if (b != 'x') x++; else { x -= 1; }
    for (var i = 0; i < 3; i++) { continue; }
    for (final it in items) { print(it as String); break; }
    while (true) { y ??= 2; }
    do { z = a > 1 ? b : c; } while (false);
    switch (a) { case 1: print(r'raw\n'); break; default: throw Exception('''long'''); }
    try { risky(); } on FormatException catch (e) { rethrow; } catch (e, s) { print(e); } finally { close(); }
    items.map((it) => it * 2).where((it) { return it % 2 == 0; });
    assert(a != null, 'no');
    return new List.from(const [1]);
  }
  Stream<int> many() async* { yield 1; yield* others(); }
}
enum Kind { one, two }
extension Ext on String { bool get ok => this == 'ok'; }
mixin M on Base { void m() {} }
typedef F = int Function(String);
int top = 1;
void main(List<String> args) { void local() => print(args.first); local(); }
