import { each, name, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const text = { is: 'Text', text: 'all' } as const satisfies Row;
const element = { is: 'Xml', elem: '#*' } as const satisfies Row;

/** Source: https://github.com/tree-sitter/tree-sitter-html/blob/v0.23.2/src/node-types.json */
export const html: Table = {
  name: 'html',
  grammars: ['html'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '/' },
  strings: { escapes: {}, keepsUnknown: true },
  flags: {},
  operators: {},
  nodes: {
    document: { is: 'Module' },
    ...each(['comment', 'end_tag', 'erroneous_end_tag', 'erroneous_end_tag_name'], 'drop'),
    doctype: text,
    element,
    script_element: element,
    style_element: element,
    start_tag: { lift: { name: '@tag_name', elem: '#*' } },
    self_closing_tag: { lift: { name: '@tag_name', elem: '#*' } },
    tag_name: name,
    attribute: { is: 'XmlAttr', name: '#0', value: '#1' },
    attribute_name: name,
    attribute_value: piece,
    quoted_attribute_value: string,
    text,
    raw_text: text,
    entity: text,
  },
};
