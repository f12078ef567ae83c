package io.stallcast.planted.common;

/** A package named after nothing. */
class Strings {}
