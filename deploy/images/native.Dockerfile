# syntax=docker/dockerfile:1
# An image of any of our applications, as a native executable:
#   ./mvnw -Pnative -Dquick -DskipTests package -am -pl order-service
#   docker build -f deploy/images/native.Dockerfile --build-arg NAME=order-service -t stallcast/order-service:1.0.0-SNAPSHOT order-service/target

FROM quay.io/quarkus/quarkus-micro-image:2.0
ARG NAME
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="${NAME}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.vendor="Stallcast" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /stallcast
COPY sbom.json sbom.json
COPY --chmod=0555 *-runner application
USER 10001:10001
ENTRYPOINT ["./application", "-XX:MaximumHeapSizePercent=65"]
