# Gradeline with its own Java. First make what it holds: ./mvnw -B -Pdist package -DskipTests
FROM debian:12.12-slim

ADD pipeline/target/gradeline-*-Linux-*.tar.gz /opt/

# A first run makes the archive of classes, which shortens all later ones.
RUN ln -s /opt/gradeline-*/bin/gradeline /usr/local/bin/gradeline \
    && gradeline --version \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin gradeline \
    && install --directory --owner gradeline /work

USER gradeline
WORKDIR /work
ENTRYPOINT ["gradeline"]
CMD ["--help"]
