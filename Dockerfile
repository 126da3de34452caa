# The suite as an image: docker build -t cmdb-conformance . (docs/ci.md)
FROM node:22-slim AS build
WORKDIR /src
COPY . .
# npm test checks the types.
RUN npm ci --ignore-scripts && npm run build -- --noCheck
# What the package holds, and nothing else.
RUN mkdir /app \
  && npm pack --ignore-scripts --pack-destination /tmp \
  && tar -xzf /tmp/cmdb-conformance-*.tgz -C /app --strip-components=1 \
  && cp package-lock.json .npmrc /app
WORKDIR /app
RUN npm ci --omit=dev --ignore-scripts

FROM node:22-slim
COPY --from=build /app /app
RUN ln -s /app/bin/cmdb-conformance.js /usr/local/bin/cmdb-conformance
# Reports and kept runs go here, also for a user that docker run --user names.
RUN mkdir -m 1777 /work
VOLUME /work
WORKDIR /work
USER node
ENTRYPOINT ["cmdb-conformance"]
