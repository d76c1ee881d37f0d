# The command `churn`: every stage of the pipeline. Built by docker/images.sh, which lays out the context.
ARG BASE=churn-base:dev
FROM ${BASE}

# /data belongs to the user, so a new named volume mounted there does, too. Package managers that a pulled base brings, set-uid
# bits and folders that everyone may write to are of no use to one unprivileged program.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
      /usr/local/bin/yarn /usr/local/bin/yarnpkg /usr/local/bin/docker-entrypoint.sh \
 && find / -xdev -type f -perm /6000 -exec chmod a-s {} + \
 && chmod 755 /var/tmp /run/lock \
 && groupadd --gid 10001 churn \
 && useradd --uid 10001 --gid churn --no-create-home --home-dir /tmp --shell /usr/sbin/nologin churn \
 && install --directory --owner churn --group churn --mode 750 /data \
 && ln -s /opt/churn/workers/bin/churn.js /usr/local/bin/churn

COPY node /usr/local/bin/node
COPY node_modules /opt/churn/node_modules
COPY xgboost /opt/churn/shared/xgboost-node/lib
COPY app /opt/churn
# `docker run IMAGE clean …` and `docker run IMAGE churn clean …` are the same.
RUN chmod 755 /opt/churn/workers/bin/churn.js \
 && printf '%s\n' '#!/bin/sh' '[ "$1" != churn ] || shift' 'exec churn "$@"' >/usr/local/bin/churn-entrypoint \
 && chmod 755 /usr/local/bin/churn-entrypoint

ENV NODE_ENV=production HOME=/tmp CHURN_DATA_DIR=/data
USER 10001:10001
WORKDIR /data
ENTRYPOINT ["churn-entrypoint"]
