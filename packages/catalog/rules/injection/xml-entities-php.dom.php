<?php

function order(string $text): DOMDocument
{
    // ruleid: xml-entities-php
    libxml_disable_entity_loader(false);
    $document = new DOMDocument();
    // ruleid: xml-entities-php
    $document->loadXML($text, LIBXML_NOENT | LIBXML_DTDLOAD);
    return $document;
}

function simple(string $text): SimpleXMLElement
{
    // ruleid: xml-entities-php
    return simplexml_load_string($text, 'SimpleXMLElement', LIBXML_NOENT);
}

function safe(string $text): SimpleXMLElement
{
    $document = new DOMDocument();
    // ok: xml-entities-php
    $document->loadXML($text, LIBXML_NONET);
    // ok: xml-entities-php
    $document->loadXML($text);
    // ok: xml-entities-php
    libxml_disable_entity_loader(true);
    // ok: xml-entities-php
    return simplexml_load_string($text, 'SimpleXMLElement', LIBXML_NONET);
}
