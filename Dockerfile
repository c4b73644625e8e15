# Build: docker build -t demarche .      Run: docker run -p 8080:8080 -v demarche-data:/data demarche
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
COPY pom.xml mvnw ./
COPY .mvn .mvn
COPY bin bin
COPY src/main src/main
COPY templates templates
COPY letters letters
COPY missions missions
RUN bin/build

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 1001 --home /data demarche && mkdir /data && chown demarche /data
COPY --from=build --chown=root:root /src/target/quarkus-app /app
USER demarche
ENV DEMARCHE_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
CMD ["java", "-Xmx512m", "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider", \
     "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/quarkus-run.jar"]
