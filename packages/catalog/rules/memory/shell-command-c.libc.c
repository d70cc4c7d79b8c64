#include <stdio.h>
#include <stdlib.h>

int resize(const char *file) {
  char command[256];
  snprintf(command, sizeof command, "convert %s out.png", file);
  // ruleid: shell-command-c
  return system(command);
}

FILE *info(const char *command) {
  // ruleid: shell-command-c
  return popen(command, "r");
}

int safe(void) {
  // ok: shell-command-c
  FILE *file = popen("uptime", "r");
  // ok: shell-command-c
  return file ? system("sync") : 1;
}
