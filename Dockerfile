# docker build .                   the server with the models of this checkout
# docker build --target server .   the server alone
# docker build --target models .   the models alone, to mount, or to join with a server that is built already:
# docker build --build-arg SERVER=house-price-server:1.0.0 --build-arg MODELS=house-price-models:linear.2 .
ARG SERVER=server MODELS=models

# Everything, compiled: with the development dependencies, so the commands can run here and nowhere in the other images.
# On the platform that builds: the files are the same for all.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS tools
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN node scripts/build.mjs
ENTRYPOINT ["/bin/sh", "scripts/command-as-owner.sh"]

# dist/ is a link, which COPY would not follow. Nothing reads source maps in the image.
FROM tools AS server-files
RUN mkdir -p /image/app/dist && cp -R dist/server /image/app/dist/server && rm /image/app/dist/server/*.map \
  && sh scripts/normalise-files.sh /image

# What serves needs node, and nothing that installs packages. A file that a later layer removes would still be in the image,
# so the image begins anew with what is left. The folders that change get the time of a file that stays.
FROM node:24-bookworm-slim AS runtime
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn* \
  && cd /usr/local/bin && rm -f npm npx corepack yarn yarnpkg pnpm pnpx docker-entrypoint.sh \
  && touch --reference=node /etc /opt /usr/local /usr/local/lib /usr/local/bin

FROM scratch AS server
COPY --from=runtime / /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# The packages are part of the bundle.
COPY --from=server-files /image /
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
EXPOSE 4000
# By its number, by which an orchestrator sees that it is not root.
USER 1000:1000
# The base image has no curl, but it has node.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without it, V8 throws away in a pause what it has compiled; see docs/OPERATIONS.md.
CMD ["node", "--no-memory-reducer", "dist/server/main.mjs"]
ARG VERSION=development REVISION=
LABEL org.opencontainers.image.title="House Price GraphQL" \
  org.opencontainers.image.description="House prices by linear regression, served as a typed GraphQL API." \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"

FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS model-files
COPY scripts/check-image-version.sh scripts/normalise-files.sh /
COPY model/trained /image
ARG VERSION=development
# linear.2 is not built without linear@2.
RUN sh check-image-version.sh "$VERSION" /image && sh normalise-files.sh /image

FROM scratch AS models
COPY --from=model-files /image /
ARG VERSION=development REVISION=
LABEL org.opencontainers.image.title="House Price GraphQL: models" \
  org.opencontainers.image.description="Trained models with their cards, laid out as NAME/VERSION/model.json." \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"

FROM ${MODELS} AS chosen-models

FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS joined-models
COPY scripts/check-image-version.sh scripts/normalise-files.sh /
COPY --from=chosen-models / /image/app/model/trained
ARG VERSION=development
# A tag tells which model is in the image: 1.0.0-linear.2 is not built without linear@2.
RUN sh check-image-version.sh "$VERSION" /image/app/model/trained && sh normalise-files.sh /image

FROM ${SERVER} AS server-with-models
COPY --from=joined-models /image /
ARG VERSION=development REVISION=
LABEL org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"
