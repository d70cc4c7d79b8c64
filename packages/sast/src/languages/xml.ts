import { each, name, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const text = { is: 'Text', text: 'all' } as const satisfies Row;
const tag = { lift: { name: '@Name', elem: '#*' } } as const satisfies Row;

/** Source: https://github.com/tree-sitter-grammars/tree-sitter-xml/blob/v0.7.0/xml/src/node-types.json */
export const xml: Table = {
  name: 'xml',
  grammars: ['xml'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '/' },
  strings: { escapes: {}, keepsUnknown: true },
  flags: {},
  operators: {},
  nodes: {
    document: { is: 'Module' },
    ...each(['Comment', 'ETag', 'CDStart'], 'drop'),
    prolog: 'lift',
    element: { is: 'Xml', elem: '#*' },
    STag: tag,
    EmptyElemTag: tag,
    content: 'lift',
    Name: name,
    Attribute: { is: 'XmlAttr', name: '@Name', value: '@AttValue' },
    AttValue: string,
    CharData: text,
    CDSect: { is: 'Str', text: 'inside' },
    CData: piece,
    ...each(['CharRef', 'EntityRef', 'PEReference'], text),
    ...each(['PI', 'StyleSheetPI', 'XmlModelPI', 'XMLDecl'], text),
    ...each(['PITarget', 'PseudoAtt', 'PseudoAttValue', 'EncName', 'VersionNum'], 'drop'),
    doctypedecl: { is: 'Decl', name: '@Name', elem: '#*' },
    GEDecl: { is: 'VarDef', name: '@Name', value: '#*' },
    PEDecl: { is: 'VarDef', name: '@Name', value: '#*' },
    EntityValue: string,
    ExternalID: { is: 'Call', operator: true, arg: '#*' },
    ...each(['SystemLiteral', 'PubidLiteral'], { is: 'Str', text: 'inside' }),
    URI: piece,
    ...each(['elementdecl', 'AttlistDecl', 'NotationDecl'], text),
    ...each(
      [
        'NDataDecl',
        'PublicID',
        'contentspec',
        'children',
        'Mixed',
        'AttDef',
        'DefaultDecl',
        'Enumeration',
        'NotationType',
        'StringType',
        'TokenizedType',
        'Nmtoken',
      ],
      'drop',
    ),
  },
};
