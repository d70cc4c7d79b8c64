#include <stdio.h>
#include <syslog.h>

void log_line(const char *text) {
  // ruleid: format-string
  printf(text);
  // ruleid: format-string
  fprintf(stderr, text);
  // ruleid: format-string
  syslog(LOG_INFO, text);
}

void safe(const char *text) {
  // ok: format-string
  printf("%s", text);
  // ok: format-string
  printf("done\n");
  // ok: format-string
  fprintf(stderr, "%s\n", text);
}
