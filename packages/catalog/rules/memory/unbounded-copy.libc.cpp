#include <cstdio>
#include <cstring>

void Title(char* to, const char* name) {
  // ruleid: unbounded-copy
  strcat(to, name);
  // ruleid: unbounded-copy
  sprintf(to, "Dear %s", name);
}

void Safe(char* to, size_t size, const char* name) {
  // ok: unbounded-copy
  strcpy(to, "Dear customer");
  // ok: unbounded-copy
  snprintf(to, size, "Dear %s", name);
}
