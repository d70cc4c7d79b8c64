import type { FlagName, KindName, RoleName } from './kinds.ts';

/**
 * A table says what the nodes of a grammar mean. It is data: a construct that it cannot express widens these types,
 * for all languages.
 *
 * Every named node type of the grammar has a row; unnamed nodes (`(`, `async`, `+`) are tokens, which set flags and
 * operators and leave no node. A named type without a row becomes `Other` and keeps its children.
 */
export interface Table {
  readonly name: string;
  /** Grammars that share the table. A row must name nodes and fields that at least one of them has. */
  readonly grammars: readonly string[];
  readonly nodes: Readonly<Record<string, Row>>;
  /** Tokens that mean something by themselves: C#'s `this`. */
  readonly tokens?: Readonly<Record<string, Row>>;
  /** Tokens that set a flag on the node around them: `async`, `static`, `?.`. */
  readonly flags: Readonly<Record<string, FlagName>>;
  /** Tokens that set a flag on the node before them: `f &`. */
  readonly flagsBefore?: Readonly<Record<string, FlagName>>;
  /** Operators that are spelled otherwise in the tree: `and` → `&&`. */
  readonly operators: Readonly<Record<string, string>>;
  readonly scopes: Scopes;
  readonly imports: Imports;
  readonly strings: StringSyntax;
  /** Nodes of the type `from` belong into those of the type `into`, in their order: the texts of heredocs (Ruby). */
  readonly moves?: { readonly from: string; readonly into: string };
  /** Nodes of these types apply to the sibling before them, and become its parent (Dart's `.b` and `(c)`). */
  readonly folds?: readonly string[];
  /** Nodes of the types `tight` bind more tightly than those of `loose`, whatever the grammar says (Solidity). */
  readonly binds?: { readonly tight: readonly string[]; readonly loose: readonly string[]; readonly through: string };
  /** `o["x"]` and `o.x` are the same member. */
  readonly keysAreFields?: true;
  /** Methods take their object as first parameter (Python's `self`). */
  readonly selfParameter?: true;
  /** A parameter of a constructor with a modifier is a field too (TypeScript's `private db: Db`). */
  readonly parameterFields?: true;
  /** What a class calls its constructor: a name, or its own name (Java). */
  readonly constructorName?: string;
  /** `a, b = 1, 2` is `a = 1` and `b = 2`, if there are as many values as names, or however many (Lua). */
  readonly parallelAssignments?: 'equal' | 'any';
  /** Functions and classes are called by their names in upper or lower case (PHP). */
  readonly foldsNames?: true;
  /** Functions as values: `f(...)` of PHP is this function called with `f`. */
  readonly closures?: string;
  /** Objects are made with assignments to their fields: `new A { x = 1 }` (C#). */
  readonly initializers?: true;
  /** A name that nothing is assigned to is a call of the method of that name (Ruby). */
  readonly bareCalls?: true;
  /** Fields declared in a class body belong to the class itself, not to each object (Python). */
  readonly fieldsAreStatic?: true;
}

/**
 * Where a child is found in a grammar node: `field`, `@grammar_type`, `#0` (the n-th child without a field) or `#*`
 * (all other children without a field). `@` wins over a field.
 */
export type Where = string;

/** Which children play which parts. */
export type Parts = { readonly [R in RoleName]?: Where | readonly Where[] };

/** The node stays. */
export type Keep = Parts & {
  readonly is: KindName;
  /**
   * The node is a leaf with this text: `all` of it, or what is `inside` its first and last child (quotes), or its `type`,
   * for keywords that are written in either case.
   */
  readonly text?: 'all' | 'inside' | 'type';
  /** The node's symbol is its operator: its first token that is not punctuation, or the node in this field. */
  readonly operator?: true | Where;
  readonly flags?: readonly FlagName[];
  /** Children in the fields `of` are wrapped in a node of their own, a new one from each child in the field `when` on. */
  readonly group?: {
    readonly is: KindName;
    readonly as: RoleName;
    readonly when: string;
    readonly of: Readonly<Record<string, RoleName>>;
  };
  /** Children in this field, or of these `@types`, nest, each in the one before it: `elif` lists. */
  readonly chain?: Where | readonly Where[];
  /** An element left out between two of these tokens becomes a `Hole`: `[a, , b]`. */
  readonly hole?: string;
  /** The node moves into the sibling after it, in this role: decorators. */
  readonly before?: RoleName;
  /** What stands between the children is text, which the grammar has no nodes for, with names in it. */
  readonly pieces?: Pieces;
};

/** The node goes, its children move up; what gets no role here keeps the role that the node itself had. */
export interface Lift {
  readonly lift: Parts;
  readonly flags?: readonly FlagName[];
  /** As in `Keep`. */
  readonly pieces?: Pieces;
}

/** Text between nodes. An expression (global) finds the names in it, `$name`; its first group is the name. */
export type Pieces = true | RegExp;

/**
 * The node and its child at `merge` become one: the kind and the parts of both. With several such children it stays,
 * as a node `many` around them.
 */
export type Merge = Parts & { readonly merge: Where; readonly many?: KindName };

/**
 * `has`: a child in that field or of that `@type`. `single`: exactly one named child. `in`: the parent's type. `says`: the
 * text is one of these, of the node or of its child `at`, for languages that write keywords as names. `like`: the text of
 * the node matches.
 */
export type When =
  | { readonly has: Where }
  | { readonly single: true }
  | { readonly in: readonly string[] }
  | { readonly says: readonly string[]; readonly at?: Where }
  | { readonly like: RegExp };

export type Row = 'drop' | 'lift' | Keep | Lift | Merge | Choice;

/** One row or another, as the node stands. */
export interface Choice {
  readonly when: When;
  readonly use: Row;
  readonly otherwise: Row;
}

/** Which names a declaration makes, and where they can be seen. */
export interface Scopes {
  /** A declaration is seen in the whole `block` or the whole `function` around it. */
  readonly unit: 'block' | 'function';
  /** An assignment declares its names (Python). */
  readonly assignmentDeclares?: true;
  /** In a function that shares `this`, an assignment to a variable of the function around it declares none (Ruby). */
  readonly blocksShare?: true;
  /** A name is seen only after its declaration, so that `x := x` reads the outer one (Go). */
  readonly sequential?: true;
  /** The names in the patterns of a `match` are declared there, also without a type (Rust). */
  readonly casesDeclare?: true;
  /** The members of a class are seen in its methods by their bare names (Java). */
  readonly membersVisible?: true;
  /** Functions can be called before the statement that defines them (JavaScript). */
  readonly hoistsFunctions?: true;
}

/** How an import names what it takes. */
export interface Imports {
  /**
   * What a module's name binds if the import gives no name of its own: `first` of its parts (`import os.path` → `os`),
   * the `last` (`import "net/http"` → `http`), the last as a `member` of those before (`import java.sql.Statement`).
   */
  readonly binds: 'nothing' | 'first' | 'last' | 'member';
  readonly separator: string;
}

/** How the literals of a language are written. Decoding is lazy: see `decodeString`. */
export interface StringSyntax {
  /** `\n` → line feed, and the like. A backslash before any other character stands for that character. */
  readonly escapes: Readonly<Record<string, string>>;
  /** Escapes with hexadecimal digits and how many follow: `{ x: 2, u: 4 }`. */
  readonly hex?: Readonly<Record<string, number>>;
  /** `\u{1F600}` */
  readonly braces?: true;
  /** `\101`: up to three octal digits. */
  readonly octal?: true;
  /** A backslash before an unknown character stays. */
  readonly keepsUnknown?: true;
  /** The operator that puts texts together, if it is not `+`. */
  readonly joinedBy?: string;
  /** Functions of the language that make a text of texts, and of nothing else. */
  readonly pure?: RegExp;
  /** Methods and operators that change the text itself, where texts can be changed (Ruby). */
  readonly changedBy?: RegExp;
  /** Openings of literals without escapes, as a regular expression for the text in front of the content. */
  readonly raw?: RegExp;
  /** Openings of literals in which a doubled quote stands for one, instead of a backslash (YAML's `'`). */
  readonly doubled?: RegExp;
}
