package com.example.shop

import java.sql.{Connection, Statement}

class Orders(connection: Connection, statement: Statement) {
  def search(item: String) =
    // ruleid: sql-building-scala
    statement.executeQuery(s"SELECT * FROM orders WHERE item = '$item'")

  def remove(id: String) =
    // ruleid: sql-building-scala
    connection.prepareStatement("DELETE FROM orders WHERE id = " + id)

  def safe(item: String) = {
    // ok: sql-building-scala
    statement.executeQuery("SELECT * FROM orders")
    // ok: sql-building-scala
    connection.prepareStatement("SELECT * FROM orders WHERE item = ?")
  }
}
