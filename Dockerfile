# Everything, compiled: with the development dependencies, so the commands can run here and nowhere in the final image.
FROM node:24-bookworm-slim AS tools
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# dist/ is a link, which COPY would not follow. Nothing reads source maps in the image.
RUN node scripts/build.mjs && cp -R dist/server /server && rm /server/*.map
ENTRYPOINT ["/bin/sh", "scripts/command-as-owner.sh"]

# A tag tells which model is in the image: 1.0.0-linear.2 is not built without linear@2.
FROM tools AS named
ARG VERSION=development
RUN sh scripts/check-image-version.sh "$VERSION"

# What serves needs node, and nothing that installs packages. A file that a later layer removes would still be in the image,
# so the image begins anew with what is left.
FROM node:24-bookworm-slim AS runtime
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn* \
  && cd /usr/local/bin && rm -f npm npx corepack yarn yarnpkg pnpm pnpx docker-entrypoint.sh

FROM scratch AS server
COPY --from=runtime / /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
WORKDIR /app
ARG VERSION=development
LABEL org.opencontainers.image.title="House Price GraphQL" \
  org.opencontainers.image.description="House prices by linear regression, served as a typed GraphQL API." \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION"
# The packages are part of the bundle.
COPY --from=named /server dist/server
COPY --from=named /app/model/trained model/trained
ENV NODE_ENV=production HOST=0.0.0.0
EXPOSE 4000
# By its number, by which an orchestrator sees that it is not root.
USER 1000:1000
# The base image has no curl, but it has node.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without it, V8 throws away in a pause what it has compiled; see docs/OPERATIONS.md.
CMD ["node", "--no-memory-reducer", "dist/server/main.mjs"]
