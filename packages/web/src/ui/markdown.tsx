import { Anchor, Code as InlineCode, List, Text, Title } from '@mantine/core';
import { lexer, type MarkedToken, type Token } from 'marked';
import { Fragment, useMemo, type ReactNode } from 'react';
import { Code } from './code.tsx';

/** Deeper than any text that a person wrote. */
const deepest = 20;

/**
 * Markdown as elements of the page. No HTML is ever made of it: what is HTML in the text is shown as text, and a link
 * leads to http(s) alone. Rules and advisories are other people's writing.
 */
export function Markdown({ children }: { readonly children: string }): ReactNode {
  const tokens = useMemo(() => read(children), [children]);
  return tokens ? <Blocks tokens={tokens} depth={0} /> : <Text style={{ whiteSpace: 'pre-wrap' }}>{children}</Text>;
}

function read(text: string): Token[] | undefined {
  try {
    return lexer(text.slice(0, 20_000));
  } catch {
    return undefined; // expected: nested so deeply that the stack ends
  }
}

interface BlocksProps {
  readonly tokens: readonly Token[];
  readonly depth: number;
}

function Blocks({ tokens, depth }: BlocksProps): ReactNode {
  return tokens.map((it, at) => (
    <Fragment key={at}>{depth > deepest ? it.raw : block(it as MarkedToken, depth + 1)}</Fragment>
  ));
}

const languageEndings: Readonly<Record<string, string>> = { javascript: 'js', typescript: 'ts', python: 'py' };

function block(token: MarkedToken, depth: number): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return (
        <Text size="sm" mb="sm" lh={1.6}>
          <Blocks tokens={token.tokens} depth={depth} />
        </Text>
      );
    case 'heading':
      return (
        <Title order={4} size="sm" mt="md" mb={6}>
          <Blocks tokens={token.tokens} depth={depth} />
        </Title>
      );
    case 'code': {
      const file = `example.${languageEndings[token.lang ?? ''] ?? token.lang ?? 'txt'}`;
      return <Code isExample file={file} chunks={[{ line: 1, lines: token.text.split('\n') }]} marks={[]} />;
    }
    case 'list':
      return (
        <List size="sm" mb="sm" type={token.ordered ? 'ordered' : 'unordered'}>
          {token.items.map((it, at) => (
            <List.Item key={at}>
              <Blocks tokens={it.tokens} depth={depth} />
            </List.Item>
          ))}
        </List>
      );
    case 'space':
      return null;
    default:
      return inline(token, depth);
  }
}

function inline(token: MarkedToken, depth: number): ReactNode {
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Blocks tokens={token.tokens} depth={depth} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Blocks tokens={token.tokens} depth={depth} />
        </em>
      );
    case 'codespan':
      return <InlineCode>{token.text}</InlineCode>;
    case 'link':
      return (
        <ExternalLink to={token.href}>
          <Blocks tokens={token.tokens} depth={depth} />
        </ExternalLink>
      );
    case 'br':
      return <br />;
    case 'text':
      return 'tokens' in token && token.tokens ? <Blocks tokens={token.tokens} depth={depth} /> : plain(token.text);
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

/** Text comes with the five entities that Markdown writers use. */
function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** One line of text in which only `code` is marked up, as in the messages of rules. */
export function Inline({ children }: { readonly children: string }): ReactNode {
  return children.split('`').map((it, at, all) =>
    // A last back-tick with no partner is only that.
    at % 2 === 1 && at < all.length - 1 ? <InlineCode key={at}>{it}</InlineCode> : `${at % 2 === 1 ? '`' : ''}${it}`,
  );
}

/** A link to another site; only text, if it leads anywhere but to one. */
export function ExternalLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  const isSafe = URL.canParse(to) && /^https?:$/.test(new URL(to).protocol);
  if (!isSafe) return children;
  return (
    <Anchor href={to} target="_blank" rel="noreferrer noopener" inherit>
      {children}
    </Anchor>
  );
}
