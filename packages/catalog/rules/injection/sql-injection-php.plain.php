<?php

function order(mysqli $db): mysqli_result
{
    // ruleid: sql-injection-php
    return mysqli_query($db, "SELECT * FROM orders WHERE id = " . $_GET['id']);
}

function user(PDO $db)
{
    $name = $_POST['name'];
    $query = "SELECT * FROM users WHERE name = '$name'";
    // ruleid: sql-injection-php
    return $db->query($query);
}

function search(PDO $db)
{
    // ruleid: sql-injection-php
    return $db->query("SELECT * FROM orders WHERE item LIKE '%{$_REQUEST['q']}%'");
}

function safe(PDO $db, int $page)
{
    $id = $_GET['id'];
    // ok: sql-injection-php
    $statement = $db->prepare('SELECT * FROM orders WHERE id = ?');
    // ok: sql-injection-php
    $statement->execute([$id]);
    // ok: sql-injection-php
    $db->query("SELECT * FROM orders LIMIT 10 OFFSET $page");
    // ok: sql-injection-php
    return $db->query('SELECT * FROM orders WHERE id = ' . intval($_GET['id']));
}
