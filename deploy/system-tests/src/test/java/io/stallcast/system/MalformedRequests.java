package io.stallcast.system;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be wrong with a request, for every operation. */
final class MalformedRequests {
  private static final List<String> SEGMENTS =
      List.of(
          "0",
          "not-a-uuid",
          "null",
          "00000000-0000-0000-0000-000000000000",
          "{id}",
          "..",
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e",
          "..;",
          "%00",
          "%ff",
          "%ED%A0%80",
          "%zz",
          "%",
          "'%20or%201=1--",
          "%F0%9F%91%BB",
          "a".repeat(3000));

  private static final List<String> VALUES =
      List.of(
          "",
          "-1",
          "0",
          "101",
          "1e9",
          "1.5",
          "99999999999999999999",
          "NaN",
          "null",
          "x",
          "%00",
          "a%00b",
          "%ff",
          "%ED%A0%80",
          "%zz",
          "%",
          "[]",
          "eyJ4IjoxfQ==",
          "AAAA",
          "'%20or%201=1--",
          "%22%3Cscript%3E",
          "%F0%9F%91%BB",
          "2026-13-45T99:99:99Z",
          "%2B1000000000-01-01T00:00:00Z",
          "a".repeat(5000));

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Accept",
          List.of(
              "text/plain", "application/xml", "rubbish", ";;;", "a/b;q=x", "*/*;q=0", "\u00FF"),
          "Authorization",
          List.of(
              "Bearer",
              "Bearer x",
              "Bearer a.b.c",
              "Bearer ..",
              "Basic Zm9v",
              "Basic \u00FF",
              "Bearer " + "x".repeat(5000),
              "Digest x",
              "\u00FF",
              "Bearer \u0001"),
          "Accept-Language",
          List.of("\u00FF", "-", "de-" + "x".repeat(2000), "en;q=x"),
          "Content-Encoding",
          List.of("gzip", "rubbish"),
          "X-Forwarded-For",
          List.of("\u00FF", "999.1.1.1", "a,b,,,"),
          "traceparent",
          List.of("00-0-0-0", "\u00FF"));

  private static final List<String> CONTENT_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "rubbish",
          "a/",
          "multipart/form-data",
          "application/json; charset=utf-7",
          "application/x-www-form-urlencoded");

  private static final List<String> CONDITIONS =
      List.of(
          "",
          "*",
          "x",
          "W/\"1\"",
          "\"x\"",
          "\"99999999999999999999\"",
          "\"1\", \"2\"",
          "\"-1\"",
          "\u00FF",
          "k".repeat(300),
          "a b",
          "'; drop table",
          "x".repeat(7000));

  private final MalformedBodies bodies;

  MalformedRequests(Random random) {
    this.bodies = new MalformedBodies(random);
  }

  Stream<Malformed> of(Malformed sound) {
    Stream<Malformed> all =
        Stream.of(paths(sound), queries(sound), headers(sound), conditions(sound), methods(sound))
            .flatMap(faults -> faults);
    return sound.operation().hasBody()
        ? Stream.of(all, contentTypes(sound), bodies.of(sound)).flatMap(faults -> faults)
        : Stream.concat(all, Stream.of(sound.body("unasked", "{\"a\":[1,2")));
  }

  private static Stream<Malformed> paths(Malformed sound) {
    ApiOperation operation = sound.operation();
    Stream<Malformed> segments =
        operation
            .parameters("path")
            .flatMap(name ->
                SEGMENTS.stream().map(other -> sound.path(operation.at(Map.of(name, other)))));
    return Stream.concat(
        segments,
        Stream.of("/", "//", ";a=b", "/..%2f", "/%00", "%0d%0aX-Injected:1")
            .map(end -> sound.path(sound.path() + end)));
  }

  private static Stream<Malformed> queries(Malformed sound) {
    List<String> names =
        Stream.concat(sound.operation().parameters("query"), Stream.of("unknown")).toList();
    Stream<Malformed> each =
        names.stream()
            .flatMap(name -> VALUES.stream().map(value -> sound.query("?" + name + "=" + value)));
    String twice =
        names.stream().map(name -> name + "=1&" + name + "=2").collect(Collectors.joining("&"));
    return Stream.concat(
        each, Stream.of("?", "?&&", "?=", "?%", "?" + twice, "?a[]=1").map(sound::query));
  }

  private static Stream<Malformed> headers(Malformed sound) {
    return HEADERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(header ->
            header.getValue().stream().map(value -> sound.header(header.getKey(), value)));
  }

  private static Stream<Malformed> conditions(Malformed sound) {
    return sound
        .operation()
        .parameters("header")
        .flatMap(name ->
            Stream.concat(
                Stream.of(sound.header(name, null)),
                CONDITIONS.stream().map(value -> sound.header(name, value))));
  }

  private static Stream<Malformed> contentTypes(Malformed sound) {
    return Stream.concat(
        Stream.of(sound.header("Content-Type", null)),
        CONTENT_TYPES.stream().map(value -> sound.header("Content-Type", value)));
  }

  private static Stream<Malformed> methods(Malformed sound) {
    return Stream.of("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "BREW", "get")
        .map(sound::method);
  }
}
