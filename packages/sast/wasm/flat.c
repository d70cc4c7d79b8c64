// Parses a text and hands the whole tree over as one array: two calls a file instead of one call a node.
//
// The fast walker below reads the core's own representation of a tree (subtree.h), which is private and changes
// between versions. That is why the core is pinned, and why the same array can also be made through the core's public
// cursor: a test compares the two.
#include <stdint.h>
#include <stdlib.h>
#include "language.h"
#include "subtree.h"
#include "tree.h"
#include "tree_sitter/api.h"

#define EXPORT(name) __attribute__((export_name(name)))

void arena_reset(void);
uint64_t arena_served(void);

// ---------------------------------------------------------------------------------------------------- output

// One visible node, in preorder. src/parse/flat-tree.ts reads the same layout.
typedef struct {
  int32_t name;    // kind | field << 16
  int32_t flags;
  int32_t start;   // in UTF-16 code units, as all offsets here
  int32_t end;
  int32_t parent;  // index of a node, -1 for the root
  int32_t next;    // index after the last descendant
} Node;

enum { NAMED = 1, ERROR = 2, MISSING = 4, EXTRA = 8, HAS_ERROR = 16 };

static Node *nodes;
static uint32_t node_count, node_capacity;

static void reserve(uint32_t capacity) {
  if (capacity <= node_capacity) return;
  nodes = realloc(nodes, (size_t)capacity * sizeof(Node));
  node_capacity = capacity;
}

// Errors have the largest symbol there is; here they get the number after the grammar's last, so that tables stay dense.
static inline uint32_t kind_of(const TSLanguage *language, TSSymbol symbol) {
  return symbol == ts_builtin_sym_error ? ts_language_symbol_count(language) : symbol;
}

static inline int32_t emit(uint32_t kind, TSFieldId field, uint32_t flags, int32_t parent) {
  if (node_count == node_capacity) reserve(node_capacity ? node_capacity * 2 : 1024);
  Node *node = &nodes[node_count];
  node->name = (int32_t)(kind | (uint32_t)field << 16);
  node->flags = (int32_t)flags;
  node->parent = parent;
  node->next = (int32_t)node_count + 1;
  return (int32_t)node_count++;
}

static inline void place(int32_t node, uint32_t start_byte, uint32_t end_byte) {
  nodes[node].start = (int32_t)(start_byte / 2);
  nodes[node].end = (int32_t)(end_byte / 2);
}

// ---------------------------------------------------------------------------------------------------- parsing

static TSParser *parser;
static TSTree *tree;

// The text, and the work done on it. Work is counted and not timed, so that the same text ends the same way on every
// machine. A unit is one of
// - a hundred steps of the parser: the core calls `progress` so often;
// - a chunk of text that the lexer reads: else a text in which every token runs to the end and back costs nothing;
// - some memory that is handed out: else an error that is rebuilt with each new child costs nothing. Both would take
//   time that grows with the square of the text.
static struct {
  const char *bytes;
  uint32_t size;
  uint32_t steps;
  uint32_t chunks;
  uint32_t budget;
} work;

enum { CHUNK = 4096, MEMORY = 16384 };

static uint64_t done(void) { return (uint64_t)work.steps + work.chunks + arena_served() / MEMORY; }

static bool progress(TSParseState *state) {
  (void)state;
  work.steps++;
  return done() > work.budget;
}

// Once the budget is spent the text seems to end here, so that the lexer stops soon and `progress` can cancel.
static const char *read_chunk(void *payload, uint32_t offset, TSPoint point, uint32_t *size) {
  (void)payload;
  (void)point;
  work.chunks++;
  if (offset >= work.size || done() > work.budget) {
    *size = 0;
    return "";
  }
  uint32_t rest = work.size - offset;
  *size = rest < CHUNK ? rest : CHUNK;
  return work.bytes + offset;
}

// Forgets the last file: parser, tree, output and text all live in the arena.
EXPORT("flat_reset") void flat_reset(void);

// Room for a text of so many bytes. The decoder looks one unit beyond a surrogate at the end: two zero bytes follow.
EXPORT("flat_source") char *flat_source(uint32_t size) {
  char *source = malloc((size_t)size + 2);
  source[size] = source[size + 1] = 0;
  work.bytes = source;
  work.size = size;
  return source;
}

// Parses the text in `flat_source`, UTF-16LE. 0: there is a tree; -1: the budget did not suffice; -2: the core does not
// know this version of grammars.
EXPORT("flat_parse") int flat_parse(const TSLanguage *language, uint32_t budget) {
  parser = ts_parser_new();
  if (!ts_parser_set_language(parser, language)) return -2;
  work.steps = work.chunks = 0;
  work.budget = budget;
  TSInput input = {.read = read_chunk, .encoding = TSInputEncodingUTF16LE};
  TSParseOptions options = {.progress_callback = progress};
  tree = ts_parser_parse_with_options(parser, NULL, input, options);
  return tree && done() <= work.budget ? 0 : -1;
}

// The work that the last text took. It has to be asked for before flattening, which takes memory too.
EXPORT("flat_work") uint32_t flat_work(void) { return (uint32_t)done(); }

// ---------------------------------------------------------------------------------------------------- flattening

// A node whose children are being visited. Hidden nodes have frames too: they pass their children on to the visible
// node above.
typedef struct {
  const Subtree *children;
  uint32_t child_count;
  uint32_t visited;
  uint32_t structural;        // visited children that are not extras: aliases and fields are numbered so
  uint32_t position;          // byte offset where the next child's padding begins
  int32_t owner;              // the visible node that the children belong to
  bool is_visible;            // whether `owner` is this very node
  TSFieldId inherited;        // the field that a hidden node stands in goes to its children
  const TSSymbol *aliases;    // NULL: none
  const TSFieldMapEntry *fields, *fields_end;
} Frame;

static Frame *frames;
static uint32_t frame_count, frame_capacity;

static void enter(const Subtree *subtree, uint32_t start, int32_t owner, bool is_visible, TSFieldId inherited) {
  if (frame_count == frame_capacity) {
    frame_capacity = frame_capacity ? frame_capacity * 2 : 256;
    frames = realloc(frames, frame_capacity * sizeof(Frame));
  }
  uint32_t production = subtree->ptr->production_id;
  Frame *frame = &frames[frame_count++];
  *frame = (Frame){
    .children = ts_subtree_children(*subtree),
    .child_count = subtree->ptr->child_count,
    .position = start,
    .owner = owner,
    .is_visible = is_visible,
    .inherited = inherited,
    .aliases = ts_language_alias_sequence(tree->language, production),
  };
  ts_language_field_map(tree->language, production, &frame->fields, &frame->fields_end);
}

static inline uint32_t flags_of(Subtree subtree, TSSymbol alias) {
  bool named = alias ? ts_language_symbol_metadata(tree->language, alias).named : ts_subtree_named(subtree);
  return (named ? NAMED : 0) | (ts_subtree_is_error(subtree) ? ERROR : 0) | (ts_subtree_missing(subtree) ? MISSING : 0) |
         (ts_subtree_extra(subtree) ? EXTRA : 0) | (ts_subtree_error_cost(subtree) > 0 ? HAS_ERROR : 0);
}

static inline int32_t emit_subtree(Subtree subtree, TSSymbol alias, TSFieldId field, int32_t owner) {
  TSSymbol symbol = ts_language_public_symbol(tree->language, alias ? alias : ts_subtree_symbol(subtree));
  return emit(kind_of(tree->language, symbol), field, flags_of(subtree, alias), owner);
}

static inline TSFieldId field_of(const Frame *frame) {
  for (const TSFieldMapEntry *entry = frame->fields; entry != frame->fields_end; entry++) {
    if (!entry->inherited && entry->child_index == frame->structural) return entry->field_id;
  }
  return frame->inherited;
}

// Visits the next child of the topmost frame.
static inline void visit_child(void) {
  Frame *frame = &frames[frame_count - 1];
  const Subtree *child = &frame->children[frame->visited];
  // A node's own padding is its first child's: it lies before `position` already.
  uint32_t start = frame->position + (frame->visited ? ts_subtree_padding(*child).bytes : 0);
  uint32_t end = start + ts_subtree_size(*child).bytes;
  frame->position = end;
  frame->visited++;

  TSSymbol alias = 0;
  TSFieldId field = 0;
  if (!ts_subtree_extra(*child)) {
    if (frame->aliases) alias = frame->aliases[frame->structural];
    field = field_of(frame);
    frame->structural++;
  }

  bool has_children = ts_subtree_child_count(*child) > 0;
  int32_t owner = frame->owner;
  if (alias || ts_subtree_visible(*child)) {
    int32_t node = emit_subtree(*child, alias, field, owner);
    place(node, start, end);
    if (has_children) enter(child, start, node, true, 0);
  } else if (has_children) {
    enter(child, start, owner, false, field);
  }
}

// Writes the tree's nodes to `flat_nodes` and returns their number. A loop and not a recursion: texts may nest as deep
// as they are long.
EXPORT("flat_flatten") uint32_t flat_flatten(void) {
  Subtree root = tree->root;
  node_count = 0;
  reserve(ts_subtree_visible_descendant_count(root) + 1);
  uint32_t start = ts_subtree_padding(root).bytes;
  int32_t node = emit_subtree(root, 0, 0, -1);
  place(node, start, start + ts_subtree_size(root).bytes);
  if (ts_subtree_child_count(root)) enter(&root, start, node, true, 0);
  while (frame_count) {
    Frame *frame = &frames[frame_count - 1];
    if (frame->visited < frame->child_count) {
      visit_child();
      continue;
    }
    if (frame->is_visible) nodes[frame->owner].next = (int32_t)node_count;
    frame_count--;
  }
  return node_count;
}

EXPORT("flat_nodes") const Node *flat_nodes(void) { return nodes; }

// The same through the public cursor, several times slower: what the walker above is tested against.
EXPORT("flat_flatten_cursor") uint32_t flat_flatten_cursor(void) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  int32_t parent = -1;
  node_count = 0;
  for (;;) {
    TSNode it = ts_tree_cursor_current_node(&cursor);
    uint32_t flags = (ts_node_is_named(it) ? NAMED : 0) | (ts_node_is_error(it) ? ERROR : 0) |
                     (ts_node_is_missing(it) ? MISSING : 0) | (ts_node_is_extra(it) ? EXTRA : 0) |
                     (ts_node_has_error(it) ? HAS_ERROR : 0);
    TSFieldId field = ts_tree_cursor_current_field_id(&cursor);
    int32_t node = emit(kind_of(tree->language, ts_node_symbol(it)), field, flags, parent);
    place(node, ts_node_start_byte(it), ts_node_end_byte(it));
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      parent = node;
      continue;
    }
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!ts_tree_cursor_goto_parent(&cursor)) return node_count;
      nodes[parent].next = (int32_t)node_count;
      parent = nodes[parent].parent;
    }
  }
}

void flat_reset(void) {
  parser = NULL;
  tree = NULL;
  nodes = NULL;
  node_count = node_capacity = 0;
  frames = NULL;
  frame_count = frame_capacity = 0;
  work.bytes = NULL;
  work.size = 0;
  arena_reset();
}
