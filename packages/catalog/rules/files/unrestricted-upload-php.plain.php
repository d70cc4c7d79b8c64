<?php

function upload(): void
{
    // ruleid: unrestricted-upload-php
    move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . $_FILES['photo']['name']);
}

function second(): void
{
    $target = 'uploads/' . basename($_FILES['photo']['name']);
    // ruleid: unrestricted-upload-php
    move_uploaded_file($_FILES['photo']['tmp_name'], $target);
}

function laravel(UploadedFile $file): void
{
    // ruleid: unrestricted-upload-php
    $file->storeAs('photos', $file->getClientOriginalName());
}

function safe(UploadedFile $file): void
{
    // ok: unrestricted-upload-php
    move_uploaded_file($_FILES['photo']['tmp_name'], '/srv/uploads/' . bin2hex(random_bytes(16)) . '.png');
    // ok: unrestricted-upload-php
    $file->store('photos');
    // ok: unrestricted-upload-php
    $file->storeAs('photos', 'photo.png');
}
