package com.example.shop

import scala.sys.process._

object Images {
  def resize(file: String): Int =
    // ruleid: command-building-scala
    Process(s"convert $file out.png").!

  def info(file: String): String =
    // ruleid: command-building-scala
    Process(Seq("sh", "-c", "file " + file)).!!

  def safe(file: String): Int = {
    // ok: command-building-scala
    Process("uptime").!
    // ok: command-building-scala
    Process(Seq("convert", file, "out.png")).!
  }
}
