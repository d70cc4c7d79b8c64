package com.example.shop

import android.database.Cursor
import android.database.sqlite.SQLiteDatabase
import java.sql.Statement

class Orders(private val db: SQLiteDatabase, private val statement: Statement) {
    // ruleid: sql-building-kotlin
    fun search(item: String): Cursor = db.rawQuery("SELECT * FROM orders WHERE item = '${item}'", null)

    fun remove(id: String) {
        // ruleid: sql-building-kotlin
        db.execSQL("DELETE FROM orders WHERE id = " + id)
    }

    fun count(item: String) {
        // ruleid: sql-building-kotlin
        statement.executeQuery("SELECT count(*) FROM orders WHERE item = '$item'")
    }

    fun safe(item: String): Cursor {
        // ok: sql-building-kotlin
        db.execSQL("DELETE FROM orders WHERE paid = 1")
        // ok: sql-building-kotlin
        statement.executeQuery("SELECT count(*) FROM orders")
        // ok: sql-building-kotlin
        return db.rawQuery("SELECT * FROM orders WHERE item = ?", arrayOf(item))
    }
}
