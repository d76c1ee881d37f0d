# Airflow with our DAGs, for a machine or cluster that has no Airflow of its own. Built by docker/images.sh.
ARG BASE=churn-base:dev

FROM ${BASE} AS python
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*

# Installers stay in this stage. Its arguments and the authorities are those of the machine that builds.
FROM python AS packages
ARG PIP_INDEX_URL
ARG UV_DEFAULT_INDEX
RUN apt-get update && apt-get install --yes --no-install-recommends python3-venv
COPY authorities.crt /build/
ENV SSL_CERT_FILE=/build/authorities.crt PIP_CERT=/build/authorities.crt
COPY requirements-uv.lock /build/
RUN python3 -m venv /build/uv \
 && /build/uv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r /build/requirements-uv.lock
COPY requirements.lock /build/
RUN /build/uv/bin/uv venv --quiet --python /usr/bin/python3 /opt/airflow-python \
 && /build/uv/bin/uv pip sync --quiet --require-hashes --compile-bytecode --link-mode=copy --no-cache \
      --python /opt/airflow-python/bin/python /build/requirements.lock \
 && rm -f /opt/airflow-python/.lock

FROM python
# As in worker.Dockerfile: one user, and nothing that it has no use for. /opt/airflow holds logs, settings and, without a
# database elsewhere, SQLite's file: mount a volume there.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/* \
 && find / -xdev -type f -perm /6000 -exec chmod a-s {} + \
 && chmod 755 /var/tmp /run/lock \
 && groupadd --gid 10001 churn \
 && useradd --uid 10001 --gid churn --no-create-home --home-dir /tmp --shell /usr/sbin/nologin churn \
 && install --directory --owner churn --group churn --mode 750 /opt/airflow

COPY --from=packages /opt/airflow-python /opt/airflow-python
COPY dags /opt/churn/dags

ENV PATH=/opt/airflow-python/bin:/usr/local/bin:/usr/bin:/bin HOME=/tmp AIRFLOW_HOME=/opt/airflow \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/churn/dags AIRFLOW__CORE__LOAD_EXAMPLES=False PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
WORKDIR /opt/airflow
ENTRYPOINT ["airflow"]
