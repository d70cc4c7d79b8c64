#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void title(char *to, const char *name) {
  // ruleid: unbounded-copy
  strcpy(to, name);
  // ruleid: unbounded-copy
  sprintf(to, "Dear %s", name);
}

char *safe(char *to, size_t size, const char *name) {
  // ok: unbounded-copy
  strcpy(to, "Dear customer");
  // ok: unbounded-copy
  sprintf(to, "%d orders", 5);
  // ok: unbounded-copy
  snprintf(to, size, "Dear %s", name);
  char *copy = malloc(strlen(name) + 1);
  // ok: unbounded-copy
  strcpy(copy, name);
  return copy;
}
