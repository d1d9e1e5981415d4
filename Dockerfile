FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    GUMSHOE_DATABASE=sqlite:////data/gumshoe.db \
    GUMSHOE_HEALTH_PORT=8080

WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY seeds seeds
COPY questions questions
COPY bot bot
RUN python -m compileall -q bot questions \
    && useradd --system --uid 10001 --no-create-home --home-dir /data gumshoe \
    && install --directory --owner=gumshoe --group=gumshoe /data

USER gumshoe
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-m", "bot", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
