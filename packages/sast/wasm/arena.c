// The allocator of the core. Everything that parsing one file allocates is dropped at once by arena_reset(), so there
// is no tree to delete and nothing to leak. It replaces wasi-libc's malloc, which grows the memory 64 KiB at a time;
// growing is so dear in V8 that a 10 MB file took three times as long.
//
// A block is an 8-byte header with the block's capacity, then the capacity. Blocks come off the top of the arena;
// freed blocks wait in one list per size class. Classes are fine (steps of 8 bytes, then four to each doubling),
// because a syntax tree is millions of small blocks and coarse ones cost half as much again.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(name)))

#define PAGE 65536u
#define SMALL_LIMIT 256u
#define SMALL_LOG 8u
#define SMALL_CLASSES (SMALL_LIMIT / 8)
#define CLASSES (SMALL_CLASSES + (32 - SMALL_LOG) * 4)
#define SMALLEST_GROWTH (16u << 20)
#define LAST 0x80000000u  // build.mjs lets the memory grow so far

typedef struct {
  uint32_t capacity;
  uint32_t unused;  // keeps what follows aligned to 8
} Header;

extern unsigned char __heap_base;

static uintptr_t top;    // where the next new block begins
static uintptr_t end;    // where the memory ends
static uintptr_t mark;   // what lies below outlives a reset
static uintptr_t limit = LAST;  // no block reaches beyond
static uintptr_t bound;  // the smaller of `end` and `limit`
static uint64_t served;  // bytes handed out since the last reset
static uint32_t exhausted;
static void *free_blocks[CLASSES];

// The smallest class whose blocks hold `size` bytes.
static inline uint32_t class_of(size_t size) {
  if (size == 0) return 0;
  if (size <= SMALL_LIMIT) return (uint32_t)(size - 1) / 8;
  uint32_t log = 31 - (uint32_t)__builtin_clz((uint32_t)(size - 1));
  uint32_t quarter = (uint32_t)(size - 1) >> (log - 2) & 3;
  return SMALL_CLASSES + (log - SMALL_LOG) * 4 + quarter;
}

static inline size_t capacity_of(uint32_t class) {
  if (class < SMALL_CLASSES) return (size_t)(class + 1) * 8;
  uint32_t log = (class - SMALL_CLASSES) / 4 + SMALL_LOG;
  uint32_t quarter = (class - SMALL_CLASSES) % 4;
  return (size_t)(5 + quarter) << (log - 2);
}

// Out of memory is a trap: the caller on the other side drops the whole instance.
static _Noreturn void give_up(void) {
  exhausted = 1;
  __builtin_trap();
}

static void set_bound(void) { bound = end < limit ? end : limit; }

// Makes the memory reach to `wanted`, in big steps while the limit allows.
static void reach(uintptr_t wanted) {
  if (wanted > limit) give_up();
  uintptr_t step = end / 4;
  if (step < SMALLEST_GROWTH) step = SMALLEST_GROWTH;
  uintptr_t target = end + step;
  if (target < wanted) target = wanted;
  if (target > limit) target = limit;
  size_t pages = (target - end + PAGE - 1) / PAGE;
  if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) give_up();
  end = __builtin_wasm_memory_size(0) * PAGE;
  set_bound();
}

static inline void start(void) {
  if (end) return;
  top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  end = __builtin_wasm_memory_size(0) * PAGE;
  set_bound();
}

static inline Header *header_of(void *block) { return (Header *)block - 1; }

static inline int is_topmost(void *block) { return (uintptr_t)block + header_of(block)->capacity == top; }

void *malloc(size_t size) {
  if (size > LAST) give_up();
  uint32_t class = class_of(size);
  served += size;
  void *block = free_blocks[class];
  if (block) {
    free_blocks[class] = *(void **)block;
    return block;
  }
  start();
  size_t capacity = capacity_of(class);
  if (capacity > limit - top) give_up();
  uintptr_t after = top + sizeof(Header) + capacity;
  if (after > bound) reach(after);
  Header *header = (Header *)top;
  header->capacity = (uint32_t)capacity;
  top = after;
  return header + 1;
}

void free(void *block) {
  if (!block) return;
  if (is_topmost(block)) {
    top = (uintptr_t)header_of(block);
    return;
  }
  uint32_t class = class_of(header_of(block)->capacity);
  *(void **)block = free_blocks[class];
  free_blocks[class] = block;
}

void *calloc(size_t count, size_t size) {
  if (size && count > LAST / size) give_up();
  void *block = malloc(count * size);
  memset(block, 0, count * size);
  return block;
}

void *realloc(void *block, size_t size) {
  if (!block) return malloc(size);
  uint32_t old = header_of(block)->capacity;
  if (size <= old) return block;
  if (size > LAST) give_up();
  if (is_topmost(block)) {
    // Arrays grow by doubling, and the largest of them are often the newest block: no copy, no hole.
    size_t capacity = capacity_of(class_of(size));
    if (capacity > limit - (uintptr_t)block) give_up();
    served += size - old;
    uintptr_t after = (uintptr_t)block + capacity;
    if (after > bound) reach(after);
    header_of(block)->capacity = (uint32_t)capacity;
    top = after;
    return block;
  }
  void *moved = malloc(size);
  memcpy(moved, block, old);
  free(block);
  return moved;
}

// What has been allocated so far stays: the grammars' data.
EXPORT("arena_mark") void arena_mark(void) {
  start();
  mark = top;
  served = 0;
  memset(free_blocks, 0, sizeof free_blocks);
}

// Forgets everything that was allocated after the mark, and the limit.
void arena_reset(void) {
  if (mark) top = mark;
  served = 0;
  limit = LAST;
  set_bound();
  memset(free_blocks, 0, sizeof free_blocks);
}

// How many bytes were handed out since the last reset, freed ones too: a measure of work, see flat.c.
uint64_t arena_served(void) { return served; }

// How much a file may take. Counted from the mark and not from the memory's size, so that a file ends the same way
// whichever files and grammars came before it.
EXPORT("arena_limit") void arena_limit(uint32_t bytes) {
  limit = bytes < LAST - mark ? mark + bytes : LAST;
  set_bound();
}

// Whether an allocation failed: tells running out of memory from other traps.
EXPORT("arena_exhausted") uint32_t arena_exhausted(void) { return exhausted; }
