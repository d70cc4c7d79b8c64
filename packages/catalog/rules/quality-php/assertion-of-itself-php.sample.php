<?php
class OrderTest extends TestCase {
    public function testTotal() {
        // ruleid: assertion-of-itself-php
        $this->assertSame($this->order->total, $this->order->total);
        // ruleid: assertion-of-itself-php
        $this->assertTrue(true);
        // ok: assertion-of-itself-php
        $this->assertSame(3, $this->order->total);
        // ok: assertion-of-itself-php
        $this->assertTrue($this->order->open);
    }
}
