#include <cstdio>
#include <cstdlib>
#include <string>

std::string Report() {
  // ruleid: insecure-temp-file-c
  return std::string(tmpnam(nullptr));
}

char* Other(char* name) {
  // ruleid: insecure-temp-file-c
  return mktemp(name);
}

int Safe(char* name) {
  // ok: insecure-temp-file-c
  FILE* file = tmpfile();
  // ok: insecure-temp-file-c
  return file ? mkstemp(name) : -1;
}
