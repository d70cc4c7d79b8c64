<?php

use Symfony\Component\Form\AbstractType;
use Symfony\Component\OptionsResolver\OptionsResolver;

class OrderType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        // ruleid: csrf-off-php
        $resolver->setDefaults(['data_class' => Order::class, 'csrf_protection' => false]);
    }
}

class SafeType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        // ok: csrf-off-php
        $resolver->setDefaults(['csrf_protection' => true, 'csrf_token_id' => 'order']);
        // ok: csrf-off-php
        $resolver->setDefaults(['validation_groups' => false]);
    }
}

class VerifyCsrfToken extends Middleware
{
    // ruleid: csrf-off-php
    protected $except = ['*'];
}

class VerifySome extends Middleware
{
    // ok: csrf-off-php
    protected $except = ['webhooks/stripe'];
}
