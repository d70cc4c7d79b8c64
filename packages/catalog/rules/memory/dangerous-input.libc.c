#include <stdio.h>

int ask(void) {
  char name[64];
  // ruleid: dangerous-input
  gets(name);
  // ruleid: dangerous-input
  scanf("%s", name);
  // ruleid: dangerous-input
  fscanf(stdin, "name: %[a-z]", name);
  return 0;
}

int safe(FILE *file) {
  char name[64];
  int age;
  // ok: dangerous-input
  scanf("%63s", name);
  // ok: dangerous-input
  scanf("%d", &age);
  // ok: dangerous-input
  fscanf(file, "%63[a-z]", name);
  // ok: dangerous-input
  return fgets(name, sizeof name, file) != NULL;
}
