# syntax=docker/dockerfile:1
# An image of any of our applications, on the JVM:
#   docker build -f deploy/images/jvm.Dockerfile --build-arg NAME=order-service -t stallcast/order-service:1.0.0-SNAPSHOT order-service/target
# What changes seldom comes first: libraries, then what Quarkus made of them, then our own classes.

FROM eclipse-temurin:25.0.1_8-jre-noble AS application
WORKDIR /stallcast
COPY quarkus-app/lib/ lib/
COPY quarkus-app/quarkus-run.jar quarkus-run.jar
COPY quarkus-app/quarkus/ quarkus/
COPY quarkus-app/app/ app/

# The classes that a start loads, kept as the JVM has them in memory (JEP 514). A start that ends where the schema would
# have been migrated needs neither a database nor a broker.
FROM application AS training
ENV QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=false
RUN java -XX:AOTCacheOutput=classes.aot -jar quarkus-run.jar

FROM application
ARG NAME
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="${NAME}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.vendor="Stallcast" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY sbom.json sbom.json
COPY --from=training /stallcast/classes.aot classes.aot
USER 10001:10001
# a JVM that has no memory left is of no use to anybody: another one is started
ENTRYPOINT ["java", "-XX:AOTCache=classes.aot", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
