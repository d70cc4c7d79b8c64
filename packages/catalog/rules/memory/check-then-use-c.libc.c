#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

FILE *report(const char *path) {
  // ruleid: check-then-use-c
  if (access(path, W_OK) == 0) {
    return fopen(path, "w");
  }
  return NULL;
}

void drop(const char *path) {
  // ruleid: check-then-use-c
  if (access(path, F_OK) == 0) {
    unlink(path);
  }
}

int safe(const char *path, const char *other) {
  // ok: check-then-use-c
  if (access(other, R_OK) != 0) {
    return -1;
  }
  // ok: check-then-use-c
  int found = access(path, X_OK);
  return found + open(other, O_RDONLY | O_NOFOLLOW);
}
