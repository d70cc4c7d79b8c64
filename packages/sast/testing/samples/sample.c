#include <stdio.h>
#include "local.h"
#define LIMIT 10
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#ifndef GUARD
#define GUARD
typedef unsigned long size_type;
typedef struct point { int x, *y; unsigned flag : 1; } point_t;
enum color { RED, GREEN = 2 };
extern int external(char *name, ...);
static const char *const names[] = { "a", "b\n" "c", [2] = 'd' };
int plain, *pointer = 0, array[LIMIT][2], (*callback)(int, char *) = &handler;
#elif defined(OTHER) && LIMIT > 5
int other;
#else
int last;
#endif
static char *const *lookup(struct point *p, int n, char **argv[3], void (*done)(void), int) {
  register int i = 0, j;
  for (i = 0, j = 1; i < n && !p->flag; i++, --j) { if (i == 5) continue; else break; }
  for (;;) ;
  while (n) n -= 1;
  do { n++; } while (n < 3);
  switch (n) { case 1: case 2: one(); break; default: two(p->y[i], (*done)()); }
  *p->y = ~i << 2; (*p).x = -j; p = &(struct point){ .x = 1, 2 };
  char *s = (char *) malloc(sizeof(struct point) * sizeof n), c = '\0';
  n = n ? n : (i, j);
  goto end;
end:
  return argv[0] != NULL ? &argv[1] : 0;
}
