import { readFormula } from './read-formula.ts';
import { isKeys, type Keys, type Path, type Reading } from './reading.ts';
import { joinOperators, type Extract, type Join, type PatternRule } from './rule.ts';

const transforms = ['no_transform', 'unquote_string', 'concat_json_string_array'] as const;

export function readExtract(keys: Keys, path: Path, reading: Reading): Extract | undefined {
  const formula = readFormula(keys, path, reading);
  const metavariable = reading.metavariable(keys['extract'], [...path, 'extract']);
  const language = reading.text(keys['dest-language'], [...path, 'dest-language']);
  const said = keys['transform'] ?? 'no_transform';
  const transform = transforms.find((it) => it === said);
  if (!transform) return reading.fault([...path, 'transform'], `transform: must be one of ${transforms.join(', ')}`);
  const rules = isKeys(keys['dest-rules']) ? keys['dest-rules'] : {};
  if (!formula || metavariable === undefined || language === undefined) return undefined;
  return {
    is: 'extract',
    formula,
    metavariable,
    language,
    transform,
    reduce: keys['reduce'] === 'concat' ? 'concat' : 'separate',
    rules: {
      include: reading.texts(rules['include'], [...path, 'dest-rules', 'include']),
      exclude: reading.texts(rules['exclude'], [...path, 'dest-rules', 'exclude']),
    },
  };
}

const side = '([\\w./-]+)\\.(\\$(?:\\.\\.\\.)?[A-Z_][A-Z_0-9]*|path)';
/** `a.$X == b.$Y` */
const joinShape = new RegExp(`^\\s*${side}\\s*(==|!=|~|<|>|-->)\\s*${side}\\s*$`);

interface JoinContext {
  readonly reading: Reading;
  /** Reads an inline rule. */
  readonly ruleIn: (value: unknown, path: Path, reading: Reading) => PatternRule | undefined;
}

export function readJoin(keys: Keys, path: Path, { reading, ruleIn }: JoinContext): Join | undefined {
  const at = [...path, 'join'];
  const join = reading.keys(keys['join'], at);
  if (!join) return undefined;
  const list = (key: string): readonly unknown[] =>
    join[key] === undefined ? [] : reading.list(join[key], [...at, key]);
  const rules = list('rules').map((it, i) => ruleIn(it, [...at, 'rules', i], reading));
  const refs = list('refs').filter(isKeys).map(ref);
  const on = list('on').flatMap((value, i) => {
    const found = joinShape.exec(String(value));
    if (!found) reading.fault([...at, 'on', i], 'not a join condition: rule.$X == rule.$Y');
    return found ? [conditionOf(found)] : [];
  });
  const found: Join = { is: 'join', refs, rules: rules.filter((it) => it !== undefined), on };
  for (const [i, it] of on.entries()) for (const fault of faultsOf(it, found)) reading.fault([...at, 'on', i], fault);
  if (list('on').length === 0) reading.fault(at, 'missing key "on"');
  return found;
}

/** What does not hold of a condition. */
function faultsOf({ left, operator, right }: Join['on'][number], { refs, rules }: Join): string[] {
  const names = new Set([...refs.map((it) => it.as), ...rules.map((it) => it.id)]);
  const unknown = [left, right].filter((it) => !names.has(it.rule)).map((it) => `no rule of this join is ${it.rule}`);
  const twoRules = operator === '-->' && left.rule !== right.rule;
  return twoRules ? [...unknown, '--> leads from a metavariable of a rule to one of the same'] : unknown;
}

function ref(keys: Keys): Join['refs'][number] {
  const renames = Array.isArray(keys['renames']) ? keys['renames'].filter(isKeys) : [];
  const rule = String(keys['rule']);
  return {
    rule,
    as: String(keys['as'] ?? rule),
    renames: renames.map((it) => ({ from: String(it['from']), to: String(it['to']) })),
  };
}

function conditionOf(found: RegExpExecArray): Join['on'][number] {
  const [, leftRule = '', left = '', operator, rightRule = '', right = ''] = found;
  return {
    left: { rule: leftRule, property: left },
    operator: joinOperators.find((it) => it === operator) ?? '==',
    right: { rule: rightRule, property: right },
  };
}
