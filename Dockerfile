# Build: docker build -t demarche .      Run: docker run --read-only --tmpfs /tmp -p 8080:8080 -v demarche-data:/data demarche
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
RUN apt-get update && apt-get install -y --no-install-recommends maven curl && rm -rf /var/lib/apt/lists/*
COPY pom.xml mvnw ./
COPY .mvn .mvn
COPY bin bin
COPY deploy deploy
COPY src/main src/main
COPY templates templates
COPY letters letters
COPY missions missions
RUN WARM=no bin/build
# Of the JDK only what the house uses: a quarter of its size, and no compiler for whoever breaks in.
RUN jlink --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.xml.dom,jdk.jcmd \
      --strip-debug --no-header-files --no-man-pages --compress zip-6 --output /java
# By the runtime it will run on, or that would not take what was written down.
RUN WARM_WITH=/java bin/warm

FROM debian:13-slim
# What the JDK's font code links to; the fonts themselves are in the jar.
RUN apt-get update && apt-get install -y --no-install-recommends libfreetype6 ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 1001 --no-create-home --shell /usr/sbin/nologin demarche \
 && mkdir -m 700 /data && chown demarche /data
COPY --from=build /java /java
COPY --from=build /src/target/quarkus-app /app
COPY --chmod=755 deploy/healthy /usr/local/bin/healthy
USER 1001
ENV DEMARCHE_DATA_DIR=/data PATH=/java/bin:/usr/bin:/bin:/usr/local/bin
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD ["healthy"]
# With words behind it, the image runs a command: docker run ... demarche backup /data/out/data.archive /data/out/keys.archive
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/demarche.aot", "-jar", "/app/quarkus-run.jar"]
