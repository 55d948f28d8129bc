FROM node:24-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json ./

# Everything, compiled: with the development dependencies, so training can run here and nowhere in the final image.
FROM base AS train
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN node scripts/build.mjs
ENTRYPOINT ["/bin/sh", "scripts/train-as-owner.sh"]

# What the server needs at run time. Types and source maps are half of it, and nothing reads them there. Optional
# packages are left out too: none of ours is, and valibot's optional peer would bring the TypeScript compiler.
FROM base AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional \
  && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.cts' -o -name '*.mts' \) -delete

FROM base AS server
ARG VERSION=development
LABEL org.opencontainers.image.title="House Price GraphQL" \
  org.opencontainers.image.description="House prices in California by linear regression, served as a typed GraphQL API." \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION"
COPY --from=dependencies /app/node_modules node_modules
COPY --from=train /app/dist/src dist/src
COPY --from=train /app/dist/schema dist/schema
COPY --from=train /app/dist/model dist/model
COPY model/trained model/trained
ENV NODE_ENV=production HOST=0.0.0.0
EXPOSE 4000
USER node
# The base image has no curl, but it has node.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
