<html><?= $title ?><?php
declare(strict_types=1);
namespace App\Http;

use App\Models\User;
use App\Models\Order as Purchase, Foo\Bar;
use App\{First, Second as Zweite};
use function strlen;
use const App\LIMIT;

const TOP = 1, OTHER = 'x';
require __DIR__ . '/a.php';
require_once 'b.php';
include $file;
include_once("c.php");

#[Attribute(1)]
abstract class Server extends Base implements One, Two {
    use Loud, Quiet { Loud::say insteadof Quiet; Quiet::say as protected hush; }
    const A = 1, B = self::A;
    public static ?string $name = null, $other;
    private readonly int|string $id;
    var $old = array('k' => 1, 2);
    public string $hooked { get => $this->id; set(string $v) { $this->id = $v; } }

    public function __construct(private Db $db, protected readonly int $n = 3, array &$ref, ...$rest) {
        parent::__construct($db);
        static::$count++;
    }

    abstract protected function bodyless(): static;

    final public function &show(?Request $request, A&B $both, (A&B)|null $dnf): never {
        $id = $_GET['id'];
        $rows = $this->db->query("select * from t where id = $id and x = '{$this->name}' or y = ${z}" . 'plain \' text');
        $text = <<<HTML
          <b>$id</b> {$rows[0]}\n
        HTML;
        $raw = <<<'RAW'
          $id
        RAW;
        echo "plain", $id;
        print $id;
        `ls $id`;
        list($a, , $b) = [1, 2, 3];
        ['k' => $c, 'l' => [$d]] = $rows;
        $ref = &$a; $x .= 'y'; $x ??= 1; $x **= 2;
        $z = $a ? $b : $c; $z = $a ?: $b; $z = !$a && -$b or $c xor ~$d and +$a; $z = $a <=> $b;
        $obj?->method()?->field; $obj->{$dynamic}(); $obj->$name; $$var = 1; ${'a' . 'b'} = 2;
        Foo::bar(...); Foo::$static; Foo::CONST; $class::create(name: 1, ...$args); \strlen($a); namespace\f();
        $fn = function ($p) use ($a, &$b): int { return $p + $a; };
        $gn = static fn(int $q = 1) => $q * 2;
        $o = new Foo($id); $o = new $class; $o = new class($id) extends Foo { public function m() {} };
        $i++; --$i; $s = (string) $i; $c = clone $o; @unlink($f); $a[] = 1; $b = $a[0]['k']; $e = $o instanceof Foo;
        $f = 1.5e3; $t = true; $n = null; $h = 0x1F;
        if ($a) { b(); } elseif ($b) c(); else if ($c) { d(); } else { e(); }
        if ($a): b(); elseif ($b): c(); else: d(); endif;
        while ($a) { break 2; } do { continue; } while ($a);
        for ($i = 0, $j = 1; $i < 10; $i++, $j--) { ; }
        foreach ($rows as $row) { use_it($row); }
        foreach ($rows as $k => &$v): use_it($k, $v); endforeach;
        switch ($a) { case 1: case 2: one(); break; default: two(); }
        $m = match (true) { $a > 1, $b => 'x', default => throw new E() };
        try { risky(); } catch (A | B $e) { log($e); } catch (C) { } finally { close(); }
        goto end;
        end:
        static $count = 0, $more;
        global $config, $other;
        unset($a, $b[0]);
        yield; yield $a; yield 'k' => $v; yield from $other;
        exit(1);
        return $a;
    }
}
interface Shape extends A, B { public function area(): float; }
trait Loud { public function say() { exit; } }
enum Suit: string implements HasLabel { case Hearts = 'H'; case Spades = 'S'; const Wild = self::Spades; }
function &helper(int ...$numbers) { return $numbers; }
?>
<p>text</p>
