# The prediction API. Built by docker/images.sh, which lays out the context.
ARG BASE=churn-base:dev
FROM ${BASE}

# As in worker.Dockerfile: one user, its data folder, and nothing that a single unprivileged program has no use for.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
      /usr/local/bin/yarn /usr/local/bin/yarnpkg /usr/local/bin/docker-entrypoint.sh \
 && find / -xdev -type f -perm /6000 -exec chmod a-s {} + \
 && chmod 755 /var/tmp /run/lock \
 && groupadd --gid 10001 churn \
 && useradd --uid 10001 --gid churn --no-create-home --home-dir /tmp --shell /usr/sbin/nologin churn \
 && install --directory --owner churn --group churn --mode 750 /data

COPY node /usr/local/bin/node
COPY node_modules /opt/churn/node_modules
COPY app /opt/churn

ENV NODE_ENV=production HOME=/tmp CHURN_DATA_DIR=/data API_HOST=0.0.0.0 API_PORT=8000
USER 10001:10001
WORKDIR /data
EXPOSE 8000
# Live, not ready: an API without a champion is healthy and waits for one.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.API_PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/opt/churn/api/src/server.ts"]
