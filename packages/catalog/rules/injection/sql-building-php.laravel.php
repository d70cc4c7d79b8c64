<?php

use Illuminate\Support\Facades\DB;

class Orders
{
    public function search(string $item, string $sort)
    {
        // ruleid: sql-building-php
        Order::whereRaw("lower(item) = '$item'")->get();
        // ruleid: sql-building-php
        DB::select("SELECT * FROM orders ORDER BY " . $sort);
        // ruleid: sql-building-php
        return DB::table('orders')->orderByRaw("price $sort")->get();
    }

    public function wordpress($wpdb, string $item)
    {
        // ruleid: sql-building-php
        return $wpdb->get_results("SELECT * FROM orders WHERE item = '" . $item . "'");
    }

    public function safe($wpdb, string $item)
    {
        // ok: sql-building-php
        Order::whereRaw('lower(item) = ?', [$item])->get();
        // ok: sql-building-php
        DB::select('SELECT * FROM orders WHERE item = ?', [$item]);
        // ok: sql-building-php
        $wpdb->get_results("SELECT * FROM {$wpdb->posts}");
        // ok: sql-building-php
        return $wpdb->get_results($wpdb->prepare("SELECT * FROM orders WHERE item = %s", $item));
    }
}
