# The commands of cr-tools, as a user without rights: docker run --rm -v "$PWD:/images" cr-tools cr-validate dump.tar
FROM node:22-alpine AS build
# The commit that --version names; a build context has no history.
ARG COMMIT=""
ENV CR_TOOLS_COMMIT=$COMMIT
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund && npm pack && mkdir /package && tar xzf cr-tools-*.tgz -C /package --strip-components=1

FROM node:22-alpine
COPY --from=build /package /opt/cr-tools
RUN for name in /opt/cr-tools/dist/bin/*.js; do ln -s "$name" "/usr/local/bin/$(basename "$name" .js)"; done
USER node
WORKDIR /images
CMD ["cr-inspect", "--help"]
