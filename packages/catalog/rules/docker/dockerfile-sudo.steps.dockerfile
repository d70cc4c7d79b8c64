FROM debian:12-slim
# ruleid: dockerfile-sudo
RUN sudo apt-get update
# ruleid: dockerfile-sudo
RUN cd /opt && sudo make install
# ok: dockerfile-sudo
RUN apt-get update && apt-get install -y sudo
# ok: dockerfile-sudo
RUN echo sudo
