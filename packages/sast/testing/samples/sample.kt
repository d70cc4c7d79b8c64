#!/usr/bin/env kotlin
@file:JvmName("A")
package com.example.app
import java.sql.Statement
import java.util.*
import a.b.C as D

typealias Names = List<String>
const val LIMIT = 0x1F
val top: Int by lazy { 1 }
var pair: Pair<Int, String>? = null

@Service("x")
open class Server(private val db: Db, val n: Int = 1, vararg rest: String) : Base(db), IServer by db, Other {
    companion object { const val A = 1; fun create() = Server(Db()) }
    companion object Named
    var name: String = "a"
        get() = field
        private set(value) { field = value }
    val full: String get() { return name }
    init { println("init") }
    constructor(n: Int) : this(Db(), n) { this.name = "b" }
    constructor() : super()
    @GetMapping("/a") @Deprecated
    suspend fun get(@RequestParam id: String, n: Int = 1, f: (Int) -> Unit): Result<String>? {
        val sql = "select * from t where id = $id and x = ${id.trim()} \n"
        val raw = """raw $id"""
        val plain = """plain"""
        var (a, b) = 1 to 2
        a = b; a += 1; a++; --b; val neg = -a + !c % 2
        val rows = db.query(sql, key = id, *rest)?.first()!!
        list.map { it.name }.filter { x, (y, z) -> x > y && y != z || z === x }
        run<String> { 1; 2 }
        val fn = fun(x: Int): Int { return x }
        val gn = ::get; val hn = String::length
        val v = if (a > 1) "x" else if (b < 2) "y" else { "z" }
        if (a == b) return null
        if (a is String && b !is Int && a in list && b !in list) { use(a) } else use(b)
        val w = when (a) { 1, 2 -> "a"; in 1..2 -> "b"; is String -> "c"; else -> throw E() }
        when { a > 1 -> one(); else -> { two() } }
        when (val s = get()) { null -> s }
        for (i in 0 until 10) { continue }
        for ((k, u) in map) use(k)
        outer@ for (i: Int in 1..<2) break@outer
        while (a < 1) a++
        do { a-- } while (a > 0)
        val t = try { risky() } catch (e: Exception) { null } finally { close() }
        val o = object : Runnable(), Other { override fun run() {} }
        val q = a ?: b as String; val r = b as? Int; list[0] = list[1, 2]; val s = 1.5f; val c2 = 'c'; val d = true
        @Suppress("x") call()
        synchronized(this@Server) { super.get(id) }
        return@get Result(null)
    }
    abstract fun bodyless()
    fun String.ext() = this.length
    inner class Inner<T : Any> where T : B
}
enum class Color(val rgb: Int) {
    RED(1),
    GREEN(2);
    fun f() = 2
}
interface Shape {
    fun area(): Double
}
data class Point(val x: Int)
object Single : Base() {
    fun f() {}
}
