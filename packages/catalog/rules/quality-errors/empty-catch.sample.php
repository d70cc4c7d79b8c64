<?php
function save($order, $store) {
    try {
        $store->save($order);
        // ruleid: empty-catch
    } catch (StoreException $e) {
    }
    try {
        $store->close();
        // ruleid: empty-catch
    } catch (Exception) {}
    try {
        $store->save($order);
        // ok: empty-catch
    } catch (StoreException $e) {
        log($e);
    }
    try {
        $store->close();
        // ok: empty-catch
    } catch (Exception $e) {
        // It is closed already.
    }
}
