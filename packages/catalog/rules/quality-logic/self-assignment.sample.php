<?php
class Account {
    public function __construct($name, $size) {
        // ruleid: self-assignment
        $name = $name;
        // ruleid: self-assignment
        $size = $size;
        // ok: self-assignment
        $this->name = $name;
        // ok: self-assignment
        $options = ['name' => $name];
    }
}
