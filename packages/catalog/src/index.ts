export {
  alternatives,
  Model,
  type Argument,
  type Condition,
  type Port,
  type SinkRow,
  type SourceRow,
  type UseRow,
} from './model.ts';
export { Rule } from './rule.ts';
