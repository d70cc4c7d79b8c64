<?php

class UserController extends Controller
{
    public function store(Request $request)
    {
        // ruleid: mass-assignment-php
        return User::create($request->all());
    }

    public function update(Request $request, User $user)
    {
        // ruleid: mass-assignment-php
        $user->update($request->all());
    }

    public function safe(StoreUser $request, User $user)
    {
        // ok: mass-assignment-php
        $user->update($request->only(['name', 'email']));
        // ok: mass-assignment-php
        $user->log($request->all());
        // ok: mass-assignment-php
        return User::create($request->validated());
    }
}

class Seeder
{
    public function run(array $rows)
    {
        // ruleid: mass-assignment-php
        Order::unguard();
        // ok: mass-assignment-php
        Order::create($rows);
    }
}
