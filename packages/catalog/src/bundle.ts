import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';
import { Model } from './model.ts';
import { RuleDocument } from './rule.ts';
import { SymbolRow } from './symbols.ts';

/** All rules, models and vulnerable parts as one value: `@plumbline/catalog/catalog.json`, what a scan and an agent read at start. */
export const Bundle = Type.Object(
  { rules: Type.Array(RuleDocument), models: Type.Array(Model), symbols: Type.Array(SymbolRow) },
  closed,
);
export type Bundle = Value<typeof Bundle>;
