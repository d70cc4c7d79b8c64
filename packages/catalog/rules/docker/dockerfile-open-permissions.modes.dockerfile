FROM debian:12-slim
# ruleid: dockerfile-open-permissions
RUN chmod -R 777 /srv
# ruleid: dockerfile-open-permissions
RUN mkdir /data && chmod a+rwx /data
# ruleid: dockerfile-open-permissions
RUN chmod 4755 /usr/local/bin/tool
# ruleid: dockerfile-open-permissions
COPY --chmod=777 run.sh /usr/local/bin/
# ok: dockerfile-open-permissions
RUN chmod 755 /usr/local/bin/tool
# ok: dockerfile-open-permissions
RUN chmod +x /usr/local/bin/tool
# ok: dockerfile-open-permissions
RUN chmod 1777 /tmp
# ok: dockerfile-open-permissions
COPY --chmod=755 run.sh /usr/local/bin/
