FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONPATH=/app \
    GUMSHOE_DATABASE=sqlite:////data/gumshoe.db \
    GUMSHOE_HEALTH_PORT=8080

# Letters for names in any script, and the library that joins Arabic ones; a serif of each would double it.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji libfribidi0 \
    && find /usr/share/fonts -name "NotoSerif*" -delete \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements-postgres.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements-postgres.txt
COPY seeds seeds
COPY questions questions
COPY bot bot
RUN python -m compileall -q bot questions \
    && printf '#!/bin/sh\nexec python -P -m bot "$@"\n' > /usr/local/bin/gumshoe \
    && chmod 755 /usr/local/bin/gumshoe \
    && groupadd --gid 10001 gumshoe \
    && useradd --uid 10001 --gid gumshoe --no-create-home --home-dir /data gumshoe \
    && install --directory --owner=gumshoe --group=gumshoe /data

USER gumshoe
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["gumshoe", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["gumshoe"]
CMD ["run"]
