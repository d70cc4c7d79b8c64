#include <stdio.h>
#include <stdlib.h>

FILE *report(void) {
  char name[] = "/tmp/shop-XXXXXX";
  // ruleid: insecure-temp-file-c
  return fopen(mktemp(name), "w");
}

FILE *other(void) {
  // ruleid: insecure-temp-file-c
  char *name = tmpnam(NULL);
  return fopen(name, "w");
}

int safe(void) {
  char name[] = "/tmp/shop-XXXXXX";
  // ok: insecure-temp-file-c
  FILE *file = tmpfile();
  // ok: insecure-temp-file-c
  return file ? mkstemp(name) : -1;
}
