// comment
package com.example
package object util { val x = 1 }
import java.sql.Statement
import scala.util.{Try, Success => S, _}
import a.b._

trait Shape[T <: Any] { def area: Double; val n: Int; var m: String; type Out = Int }
sealed abstract class Base(protected val db: Db, n: Int = 1)(implicit ec: Ec) extends Parent(db) with Other { self: Base =>
  private val name: String = "a"
  var (x, y) = (1, 2)
  lazy val z = { f(); 2 }
  def this(n: Int) = this(n, 1)
}
case class Point(x: Int, y: Int)
@Service("x") object Main extends App {
  @Inject def get[T](id: String, n: Int = 1, rest: String*)(using f: Int => Unit): Option[T] = {
    val sql = s"select * from t where id = $id and x = ${id.trim}" + """raw $x""" + 'c' + "esc\n"
    val rows = db.query(sql, key = id)(ctx).map(_.name).filter { r => r > 1 && r != 2 } map { case (a, b) => a; case _ => b }
    list.foldLeft(0)((acc, it) => acc + it); f[Int](1); val neg = -x + !c; a = b; a += 1; this.n = super.m
    val o = new Runnable(1) with Other { def run() = 1 }; val e = new Foo; val u = (); val t = (1, "x", null, true, 1.5)
    if (a > 1) one() else if (b) two() else { three() }
    val v = x match { case 1 | 2 => "a"; case Point(px, _) if px > 1 => "b"; case s: String => s; case n @ Some(_) => "c"; case h :: t => "d"; case `x` => "e"; case _ => throw new E() }
    for (i <- 1 to 10; j = i * 2; k <- list if k > j) yield i + k
    for { i <- list } println(i)
    while (a < 1) { a += 1 }
    do { a -= 1 } while (a > 0)
    try { risky() } catch { case ex: IOException => log(ex); case _: Throwable => } finally { close() }
    (x: Int) => x + 1
    list sorted; a.asInstanceOf[String]; (b: Int)
    return Some(rows)
  }
  implicit def conv(s: String): Int = s.length
}
enum Color(val rgb: Int) { case Red extends Color(1); case Green, Blue }
